// A thread in a list: what it is about, how much was said, and when last.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { ItemCard } from '#ui/item-card/item-card.tsx'
import { threadPath } from '../paths.ts'
import type { ThreadLine } from '../store-threads.ts'

export const ThreadCard = ({ t, line }: { readonly t: Translate; readonly line: ThreadLine }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    title={line.title}
    lang={line.lang}
    href={threadPath(line.id, line.title)}
    meta={[
      <span class="said-by">{[line.authorName, line.organisationName].filter(Boolean).join(', ')}</span>,
      t('rooms.replies', { count: line.replies }),
      t('rooms.last', { when: formatMoment(t.lang, line.at) }),
    ]}
  />
)
