// Examples of TextField.
import type { Example } from '../catalogue/example.ts'
import { TextField } from './text-field.tsx'

const issues = [{ field: 'sample-email', message: 'ui.issue-invalid' }]

export const examples: readonly Example[] = [
  {
    name: 'required',
    example: (t) => <TextField t={t} name="sample-title" label="Title" required />,
  },
  {
    name: 'with a hint, optional',
    example: (t) => (
      <TextField
        t={t}
        name="sample-part"
        label="District"
        hint="Where in the city it was done."
        value="Bonfim"
        width="medium"
      />
    ),
  },
  {
    name: 'short, for a year',
    example: (t) => (
      <TextField t={t} name="sample-year" label="Begun in" inputmode="numeric" width="short" value={2019} required />
    ),
  },
  {
    name: 'with an error',
    example: (t) => (
      <TextField
        t={t}
        name="sample-email"
        label="E-mail address"
        type="email"
        hint="At your city administration."
        value="ana.martins"
        issues={issues}
        required
      />
    ),
  },
]
