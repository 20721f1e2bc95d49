// Examples of RichTextArea.
import type { Example } from '../catalogue/example.ts'
import { RichTextArea } from './rich-text-area.tsx'

const issues = [{ field: 'sample-rich-wrong', message: 'ui.issue-too-long', values: { maximum: 60 } }]

export const examples: readonly Example[] = [
  {
    name: 'with a text',
    example: (t) => (
      <RichTextArea
        t={t}
        name="sample-rich"
        label="What was done?"
        hint="As you would tell a colleague of another city."
        value={
          'The city, the police and the bars agreed on a **charter**:\n\n- mediators from ten to three\n- water and toilets _without_ buying a drink\n\n> We were called less often.'
        }
        required
      />
    ),
  },
  {
    name: 'with an error, nearly full',
    example: (t) => (
      <RichTextArea
        t={t}
        name="sample-rich-wrong"
        label="What came out?"
        value="Fewer complaints on **all three** squares of the old town."
        maxlength={60}
        rows={3}
        issues={issues}
        required
      />
    ),
  },
  {
    name: 'with a table, which the editor does not know',
    example: (t) => (
      <RichTextArea
        t={t}
        name="sample-rich-table"
        label="What did it cost?"
        value={'| year | euro |\n| --- | --- |\n| 2023 | 12,000 |'}
      />
    ),
  },
]
