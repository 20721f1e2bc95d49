// What whoever asked made of the answers, on top of them; and its earlier wordings.
import { formatMoment } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { LanguageMark } from '#ui/language-mark/language-mark.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { editSummaryPath, summaryPath } from '../paths.ts'
import { maySummarise } from '../permissions.ts'
import type { DiscussionProps } from './discussion.tsx'

const Offer = ({ t, contribution, thread }: Pick<DiscussionProps, 't' | 'contribution' | 'thread'>) =>
  thread.page.total === 0 ? null : (
    <ButtonLink href={editSummaryPath(contribution.id)} icon="pencil">
      {t('discussion.summarise')}
    </ButtonLink>
  )

export const SummaryPart = (props: DiscussionProps) => {
  const { t, words, viewer, contribution, thread } = props
  const may = maySummarise(viewer, contribution)
  const { summary } = thread
  if (summary === undefined) return may && words.summarised ? <Offer {...props} /> : null
  return (
    <section class="thread-summary" aria-label={t('discussion.summary')}>
      <header>
        <h3>{t('discussion.summary')}</h3>
        <LanguageMark t={t} lang={summary.lang} />
        <a class="reply-when" href={summaryPath(contribution.id)}>
          <time datetime={summary.at.toISOString()}>{formatMoment(t.lang, summary.at)}</time>
        </a>
      </header>
      <Prose html={renderMarkdown(summary.text)} lang={summary.lang} />
      {may && (
        <ButtonLink href={editSummaryPath(contribution.id)} tone="quiet" small>
          {t('discussion.change')}
        </ButtonLink>
      )}
    </section>
  )
}
