// Titles and places whose words begin with what is being typed, as far as they are within the viewer's reach.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { fold } from '#thesaurus/fold.ts'
import { wordsIn } from '#thesaurus/words.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { titleFor } from './store.ts'
import type { SearchTables } from './tables.ts'

export interface TitleSuggestion {
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly path: string
  readonly organisationName: string | null
}

const mostWords = 6
/** Of a beginning that thousands share, so many are looked at: the next letter narrows it. */
const mostRead = 300

const holding = (word: string, isLast: boolean) =>
  isLast
    ? sql`select document_id from search_title where word >= ${word} and word < ${`${word}\u{10FFFF}`} limit ${sql.lit(mostRead)}`
    : sql`select document_id from search_title where word = ${word}`

/** Places first, then what begins with the words, then the shorter title. */
export async function suggestTitles(db: Db, text: string, most: number, lang: string): Promise<TitleSuggestion[]> {
  const words = wordsIn(text)
    .slice(0, mostWords)
    .map(({ word }) => fold(word))
  const last = words.at(-1)
  if (last === undefined || last.length < 2) return []
  const conditions = words.map((word, index) => sql<boolean>`d.id in (${holding(word, index === words.length - 1)})`)
  return db
    .withTables<SearchTables & Pick<TrunkTables, 'organisation'>>()
    .selectFrom('search_document as d')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.kind', 'd.path', organisationName(lang).as('organisationName'), ...titleFor(lang)])
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy(sql`d.contribution_id is null and d.population is not null`, 'desc')
    .orderBy(sql`starts_with(lower(d.title), ${text.toLowerCase()})`, 'desc')
    .orderBy(sql`length(d.title)`)
    .orderBy('d.id')
    .limit(most)
    .execute()
}
