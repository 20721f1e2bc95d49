// What came of a poll, in the words of whoever asked.
import type { Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { Poll } from '../poll.ts'

export const Outcome = ({ t, poll }: { readonly t: Translate; readonly poll: Poll }) =>
  poll.outcome === '' ? null : (
    <Section title={t('polls.outcome')} id="outcome">
      <Prose html={renderMarkdown(poll.outcome)} lang={poll.lang} />
    </Section>
  )
