// Examples of Avatar.
import type { Example } from '../catalogue/example.ts'
import { Avatar } from './avatar.tsx'

export const examples: readonly Example[] = [
  {
    name: 'beside a name',
    example: () => (
      <p class="catalogue-row">
        <Avatar name="Ana Sofia Martins" /> Ana Sofia Martins
      </p>
    ),
  },
]
