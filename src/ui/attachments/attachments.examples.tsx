// Examples of Attachments.
import type { Example } from '../catalogue/example.ts'
import { Attachments } from './attachments.tsx'

export const examples: readonly Example[] = [
  {
    name: 'two files',
    example: (t) => (
      <Attachments
        t={t}
        files={[
          { name: 'night-charter.pdf', href: '#charter', size: 482_113 },
          { name: 'survey of residents, 2024.xlsx', href: '#survey', size: 18_204 },
        ]}
      />
    ),
  },
]
