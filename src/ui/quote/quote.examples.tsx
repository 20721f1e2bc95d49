// Examples of Quote.
import type { Example } from '../catalogue/example.ts'
import { Quote } from './quote.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with who said it',
    example: () => (
      <Quote lang="pt" by="Ana Martins, Porto" href="#report">
        <p>Fomos chamados menos vezes, e mais cedo.</p>
      </Quote>
    ),
  },
]
