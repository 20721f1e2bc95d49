// The adoptions of one practice, in one query: for the practice's page, the lineage, and the choice of whom it was taken from.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Course } from './adoption.ts'
import type { AdoptionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AdoptionTables>()

export interface AdoptionLine extends Course {
  readonly id: number
  readonly title: string
  readonly lang: string
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: AudienceKind | null
  /** The beginnings: their page has the whole. Markdown. */
  readonly adapted: string
  readonly result: string
  readonly stoppedBecause: string
  readonly parentId: number | null
  readonly demonstration: boolean
}

const beginning = 400

/** Published and within the viewer's reach, oldest first; at most 1,000. */
export const listAdoptions = (db: Db, practiceId: number, lang: Lang): Promise<AdoptionLine[]> =>
  tablesOf(db)
    .selectFrom('adoption_origin as from')
    .innerJoin('contribution as c', 'c.id', 'from.contribution_id')
    .innerJoin('adoption as ad', 'ad.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .leftJoin('adoption_parent as parent', 'parent.contribution_id', 'c.id')
    .select([
      'c.id',
      'c.title',
      'c.lang',
      'c.organisation_id as organisationId',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      'a.kind as audienceKind',
      'ad.stage',
      'ad.since_year as sinceYear',
      'ad.since_month as sinceMonth',
      sql<string>`left(ad.adapted, ${beginning}::int)`.as('adapted'),
      sql<string>`left(ad.result, ${beginning}::int)`.as('result'),
      sql<string>`left(ad.stopped_because, ${beginning}::int)`.as('stoppedBecause'),
      'parent.parent_id as parentId',
      'c.demonstration',
    ])
    .where('from.practice_id', '=', practiceId)
    .where('c.kind', '=', 'adoption')
    .where('c.state', '=', 'published')
    .orderBy('c.id')
    .limit(1000)
    .execute()
