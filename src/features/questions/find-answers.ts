// What may already answer a question: what was shared or asked, within the asker's own reach.
import type { Db } from '#platform/db/database.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { findDocuments, noFilters } from '../search/public.ts'
import { listAnswered } from './store-open.ts'
import type { PossibleAnswer } from './views/possible-answers.tsx'

const most = 5
/** As many letters as the search itself takes: the beginning of a question says what it is about. */
const longest = 300

/**
 * Cities and people are no answers; kinds of contributions are, also those that do not exist yet. Without `meaning`, which may
 * be computed elsewhere: what nobody has sent yet, and may be for named persons only, leaves for no other server.
 */
export async function findAnswers(c: AnyVisit, db: Db, text: string): Promise<PossibleAnswer[]> {
  const { t, kinds, now } = c.var
  const filters = { ...noFilters, kind: [...kinds.keys()] }
  const words = text.slice(0, longest).toWellFormed()
  const { items: found } = await findDocuments(db, {
    text: words,
    lang: t.lang,
    filters,
    limit: 4 * most,
    offset: 0,
    now,
  })
  // A sentence has many small words: what shares a topic with it comes before what shares only those.
  const onTopic = found.filter(({ why }) => why.some(({ by }) => by === 'concept'))
  const items = (onTopic.length > 0 ? onTopic : found).slice(0, most)
  const answered = await listAnswered(
    db,
    items.flatMap(({ kind, id }) => (kind === 'question' ? [id] : [])),
  )
  return items.map((item) => ({
    ...item,
    kindLabel: t(kinds.get(item.kind)?.label ?? ''),
    topics: [...new Set(item.why.flatMap((why) => (why.by === 'concept' ? [why.label] : [])))],
    answered: item.kind === 'question' && answered.includes(item.id),
  }))
}
