// What a city gave to others and took from them, as far as the viewer reaches both ends.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Stage } from './adoption.ts'
import type { AdoptionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AdoptionTables>()

export interface Given {
  readonly id: number
  readonly title: string
  readonly lang: string
  /** As many as the lineage of the practice shows to the same viewer. */
  readonly count: number
  readonly demonstration: boolean
}

/** Practices of this city that others took over; those with the longest way first. */
export const listGiven = (db: Db, organisationId: number, most: number): Promise<Given[]> =>
  tablesOf(db)
    .selectFrom('contribution as pr')
    .innerJoin('adoption_origin as from', 'from.practice_id', 'pr.id')
    .innerJoin('contribution as c', 'c.id', 'from.contribution_id')
    .select([
      'pr.id',
      'pr.title',
      'pr.lang',
      sql<number>`count(*)::int`.as('count'),
      sql<boolean>`bool_or(c.demonstration)`.as('demonstration'),
    ])
    .where('pr.organisation_id', '=', organisationId)
    .where('pr.kind', '=', 'practice')
    .where('pr.state', '=', 'published')
    .where('c.kind', '=', 'adoption')
    .where('c.state', '=', 'published')
    .groupBy(['pr.id', 'pr.title', 'pr.lang'])
    .orderBy('count', 'desc')
    .orderBy('pr.id', 'desc')
    .limit(most)
    .execute()

export interface Taken {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly stage: Stage
  readonly demonstration: boolean
  /** Of the practice; null where that is out of reach or withdrawn. */
  readonly fromCity: string | null
}

/** What this city took over, the newest first. */
export const listTaken = (db: Db, organisationId: number, most: number, lang: Lang): Promise<Taken[]> =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('adoption as ad', 'ad.contribution_id', 'c.id')
    .leftJoin('adoption_origin as from', 'from.contribution_id', 'c.id')
    .leftJoin('contribution as pr', (join) =>
      join.onRef('pr.id', '=', 'from.practice_id').on('pr.kind', '=', 'practice').on('pr.state', '=', 'published'),
    )
    .leftJoin('organisation as o', 'o.id', 'pr.organisation_id')
    .select([
      'c.id',
      'c.title',
      'c.lang',
      'ad.stage',
      'c.demonstration',
      sql<string | null>`${organisationName(lang)}`.as('fromCity'),
    ])
    .where('c.organisation_id', '=', organisationId)
    .where('c.kind', '=', 'adoption')
    .where('c.state', '=', 'published')
    .orderBy('c.published_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
