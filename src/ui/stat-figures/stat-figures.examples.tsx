// Examples of StatFigures.
import type { Example } from '../catalogue/example.ts'
import { StatFigures } from './stat-figures.tsx'

export const examples: readonly Example[] = [
  {
    name: 'three figures',
    example: (t) => (
      <StatFigures
        t={t}
        figures={[
          { value: 334, label: 'cities and regions', href: '#members' },
          { value: 1284, label: 'people' },
          { value: 28, label: 'countries' },
        ]}
      />
    ),
  },
]
