// Examples of ErrorSummary.
import type { Example } from '../catalogue/example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: readonly Example[] = [
  {
    name: 'two issues',
    example: (t) => (
      <ErrorSummary
        t={t}
        takesFocus={false}
        labels={{ 'sample-email': 'E-mail address', 'sample-result': 'What came out?' }}
        issues={[
          { field: 'sample-email', message: 'ui.issue-invalid' },
          { field: 'sample-result', message: 'ui.issue-too-long', values: { maximum: 4000 } },
        ]}
      />
    ),
  },
]
