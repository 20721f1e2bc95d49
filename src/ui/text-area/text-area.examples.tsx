// Examples of TextArea.
import type { Example } from '../catalogue/example.ts'
import { TextArea } from './text-area.tsx'

const issues = [{ field: 'sample-result', message: 'ui.issue-too-long', values: { maximum: 4000 } }]

export const examples: readonly Example[] = [
  {
    name: 'empty',
    example: (t) => (
      <TextArea
        t={t}
        name="sample-problem"
        label="What was the problem?"
        hint="Who was affected, where, since when."
        required
      />
    ),
  },
  {
    name: 'with an error',
    example: (t) => (
      <TextArea
        t={t}
        name="sample-result"
        label="What came out?"
        value="Fewer complaints."
        rows={3}
        issues={issues}
        required
      />
    ),
  },
]
