// Examples of StateMark.
import type { Example } from '../catalogue/example.ts'
import { StateMark } from './state-mark.tsx'

export const examples: readonly Example[] = [
  {
    name: 'tones',
    example: () => (
      <p class="catalogue-row">
        <StateMark label="Draft" />
        <StateMark label="New" tone="new" />
        <StateMark label="Solved" tone="done" />
        <StateMark label="Withdrawn" tone="danger" />
      </p>
    ),
  },
]
