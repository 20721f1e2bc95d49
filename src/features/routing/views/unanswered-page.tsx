// The office's list: questions that nobody has answered though they were carried to two circles.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import type { Unanswered } from '../store-unanswered.ts'

export interface UnansweredPageProps {
  readonly t: Translate
  readonly lines: readonly (Unanswered & { readonly href: string })[]
}

const Line = ({ t, line }: { readonly t: Translate; readonly line: UnansweredPageProps['lines'][number] }) => (
  <ItemCard
    t={t}
    title={line.title}
    href={line.href}
    lang={line.lang}
    meta={[
      line.organisationName,
      formatDate(t.lang, line.publishedAt),
      t('routing.asked-count', { count: line.persons }),
      line.declined > 0 && t('routing.asked-declined', { count: line.declined }),
    ]}
  />
)

export const UnansweredPage = ({ t, lines }: UnansweredPageProps) => (
  <>
    <PageTitle t={t} title={t('routing.unanswered')} lead={t('routing.unanswered-lead')} />
    <PageBody>
      {lines.length === 0 ? (
        <EmptyState icon="check" title={t('routing.unanswered-none')} />
      ) : (
        <ItemList label={t('routing.unanswered')} items={lines.map((line) => <Line t={t} line={line} />)} />
      )}
    </PageBody>
  </>
)
