// Examples of DateField.
import type { Example } from '../catalogue/example.ts'
import { DateField } from './date-field.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with a day',
    example: (t) => <DateField t={t} name="sample-decided" label="Decided on" value="2026-06-18" required />,
  },
]
