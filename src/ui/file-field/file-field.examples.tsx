// Examples of FileField.
import type { Example } from '../catalogue/example.ts'
import { FileField } from './file-field.tsx'

export const examples: readonly Example[] = [
  {
    name: 'several files',
    example: (t) => (
      <FileField
        t={t}
        name="sample-files"
        label="Files"
        hint="PDF, Word or pictures, up to 20 MB each."
        multiple
        maximumBytes={20_000_000}
      />
    ),
  },
]
