// Examples of Differences.
import type { Example } from '../catalogue/example.ts'
import { Differences } from './differences.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a sentence changed',
    example: (t) => (
      <Differences
        t={t}
        lang="en"
        pieces={[
          { kind: 'same', text: 'Mediators walk the squares ' },
          { kind: 'removed', text: 'from ten to two' },
          { kind: 'added', text: 'from nine to three' },
          { kind: 'same', text: ', paid half by the bars.' },
        ]}
      />
    ),
  },
]
