// Examples of CheckField and CheckList.
import type { Example } from '../catalogue/example.ts'
import { CheckField, CheckList } from './check-field.tsx'

const concepts = [
  { value: 'youth', label: 'Youth' },
  { value: 'women', label: 'Women' },
  { value: 'nightlife', label: 'Nightlife' },
  { value: 'traffic', label: 'Traffic' },
  { value: 'space', label: 'Public space and urban design' },
]
const issues = [{ field: 'sample-terms', message: 'ui.issue-missing' }]

export const examples: readonly Example[] = [
  {
    name: 'one',
    example: (t) => (
      <CheckField t={t} name="sample-consent" label="Show my e-mail address to people of other members" checked />
    ),
  },
  {
    name: 'one with an error',
    example: (t) => (
      <CheckField
        t={t}
        name="sample-terms"
        label="Our council has decided to join"
        hint="The resolution is asked for in the next step."
        issues={issues}
        required
      />
    ),
  },
  {
    name: 'a list in columns',
    example: (t) => (
      <CheckList
        t={t}
        name="sample-concepts[]"
        label="What is it about?"
        choices={concepts}
        values={['nightlife', 'women']}
        columns
      />
    ),
  },
]
