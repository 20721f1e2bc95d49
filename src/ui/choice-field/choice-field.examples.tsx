// Examples of ChoiceField.
import type { Example } from '../catalogue/example.ts'
import { ChoiceField } from './choice-field.tsx'

const audiences = [
  { value: 'public', label: 'Everybody', hint: 'Anyone on the internet, search engines too.' },
  { value: 'network', label: 'All member cities', hint: 'Every person of every active member.' },
  { value: 'organisation', label: 'My city only' },
]
const issues = [{ field: 'sample-audience-wrong', message: 'ui.issue-missing' }]

export const examples: readonly Example[] = [
  {
    name: 'with hints',
    example: (t) => (
      <ChoiceField
        t={t}
        name="sample-audience"
        label="Who may see this?"
        choices={audiences}
        value="network"
        required
      />
    ),
  },
  {
    name: 'with an error',
    example: (t) => (
      <ChoiceField
        t={t}
        name="sample-audience-wrong"
        label="Who may see this?"
        choices={audiences}
        issues={issues}
        required
      />
    ),
  },
]
