// Examples of Prose and PlainText.
import type { Example } from '../catalogue/example.ts'
import { PlainText, Prose } from './prose.tsx'

export const examples: readonly Example[] = [
  {
    name: 'cleaned HTML',
    example: () => (
      <Prose
        lang="en"
        html={
          '<p>Conflicts between residents and guests had <strong>doubled</strong> within two summers, most of them on three squares. The city, the police and the bars agreed on a <a href="#charter">charter</a>.</p><h3>What was done</h3><ul><li>Mediators on the squares from ten to three</li><li>Water and toilets <em>without</em> buying a drink</li></ul><blockquote>We were called less often, and earlier.</blockquote>'
        }
      />
    ),
  },
  {
    name: 'plain text',
    example: () => (
      <PlainText text={'First line\nsecond line\n\nNew paragraph with <b>signs</b> as they were typed.'} />
    ),
  },
]
