// Examples of FactsList.
import type { Example } from '../catalogue/example.ts'
import { FactsList } from './facts-list.tsx'

const facts = [
  { term: 'City', value: 'Porto' },
  { term: 'Duration', value: '2021–2024' },
  { term: 'Cost', value: '€ 184,000' },
  { term: 'Partners', value: 'Police, Federation of the bars, University of Porto' },
  { term: 'Evaluation', value: undefined },
]

export const examples: readonly Example[] = [
  {
    name: 'below each other',
    example: () => <FactsList facts={facts} />,
  },
  {
    name: 'in a line',
    example: () => <FactsList facts={facts.slice(0, 3)} inline />,
  },
]
