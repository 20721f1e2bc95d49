// Examples of SelectField.
import type { Example } from '../catalogue/example.ts'
import { SelectField } from './select-field.tsx'

const countries = [
  { value: 'AT', label: 'Austria' },
  { value: 'PL', label: 'Poland' },
  { value: 'PT', label: 'Portugal' },
]
const issues = [{ field: 'sample-country-wrong', message: 'ui.issue-invalid' }]

export const examples: readonly Example[] = [
  {
    name: 'empty',
    example: (t) => (
      <SelectField t={t} name="sample-country" label="Country" options={countries} empty="Choose a country" required />
    ),
  },
  {
    name: 'chosen, with an error',
    example: (t) => (
      <SelectField t={t} name="sample-country-wrong" label="Country" options={countries} value="PT" issues={issues} />
    ),
  },
]
