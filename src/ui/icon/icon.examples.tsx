// Examples of Icon.
import type { Example } from '../catalogue/example.ts'
import { type IconName, iconDrawings } from './drawings.ts'
import { Icon } from './icon.tsx'

export const examples: readonly Example[] = [
  {
    name: 'all of them, each with its name',
    example: () => (
      <ul class="icon-samples">
        {(Object.keys(iconDrawings) as IconName[]).map((name) => (
          <li>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
]
