// Examples of Steps.
import type { Example } from '../catalogue/example.ts'
import { Steps } from './steps.tsx'

export const examples: readonly Example[] = [
  {
    name: 'accession of a city',
    example: (t) => (
      <Steps
        t={t}
        label="Accession"
        steps={[
          { label: 'Enquiry', state: 'done', note: '12 March 2026', href: '#enquiry' },
          { label: 'Council resolution', state: 'done', note: '31 for, 4 against, 6 abstained' },
          { label: 'Application', state: 'current', note: 'The local coordinator is still to be named' },
          { label: 'Admission', state: 'ahead' },
        ]}
      />
    ),
  },
]
