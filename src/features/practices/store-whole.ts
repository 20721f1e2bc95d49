// Whole practices, many at a time: what is taken out as a table, and what a city has already.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { PracticeListQuery } from './inputs.ts'
import { type Practice, partNames } from './practice.ts'
import { chosen, lineQuery, tagged } from './store-lists.ts'

type Told = 'id' | 'title' | 'summary' | 'lang' | 'concepts' | 'organisationName' | 'country' | 'publishedAt'
type Said = (typeof partNames)[number] | 'measuredWhen' | 'yearStart' | 'yearEnd' | 'evidence' | 'sources'

/** All that a practice says; who wrote it stays with the network. */
export interface WholePractice extends Pick<Practice, Told | Said | 'state' | 'updatedAt'> {
  readonly audienceKind: AudienceKind
}

export interface WholeFilter {
  readonly query: PracticeListQuery
  /** The wanted ones and everything narrower. */
  readonly concepts: readonly string[]
  /** With the drafts that the viewer may read. */
  readonly drafts: boolean
}

/**
 * The next `most` practices with an id below `before`, newest first, within the viewer's reach; what is for named
 * persons only (TLP:RED) is left out, since that is never taken out in bulk.
 */
export const listWhole = (
  db: Db,
  { query, concepts, drafts }: WholeFilter,
  lang: Lang,
  before: number,
  most: number,
): Promise<WholePractice[]> =>
  lineQuery(db)
    .select(['c.id', 'c.title', 'c.summary', 'c.lang', 'c.concepts', 'c.state'])
    .select(['c.published_at as publishedAt', 'c.updated_at as updatedAt', 'o.country'])
    .select(organisationName(lang).as('organisationName'))
    .select(sql<AudienceKind>`a.kind`.as('audienceKind'))
    .select(partNames.map((name) => `pr.${name}` as const))
    .select(['pr.measured_when as measuredWhen', 'pr.year_start as yearStart', 'pr.year_end as yearEnd', 'pr.sources'])
    .select(sql<Practice['evidence']>`pr.evidence`.as('evidence'))
    .where('a.kind', '<>', 'persons')
    .where('c.state', 'in', drafts ? ['published', 'draft'] : ['published'])
    .where(chosen(sql.ref('o.country'), query.country))
    .where(chosen(sql.ref('c.lang'), query.language))
    .where(chosen(sql`pr.evidence::text`, query.evidence))
    .where(tagged(concepts))
    .where('c.id', '<', before)
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()

/** Titles of a city's practices within reach that are not withdrawn, as they are written. */
export async function listTitlesOf(db: Db, organisationId: number): Promise<string[]> {
  const rows = await lineQuery(db)
    .select('c.title')
    .where('c.organisation_id', '=', organisationId)
    .where('c.state', '<>', 'withdrawn')
    .execute()
  return rows.map(({ title }) => title)
}
