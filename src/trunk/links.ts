// Links between contributions: both ends must be within the viewer's reach.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from './organisations.ts'
import type { TrunkTables } from './tables.ts'

export interface LinkedContribution {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly lang: string
  readonly organisationName: string
}

/** Ties one contribution to another; a second time changes nothing. */
export async function linkContributions(db: Db, fromId: number, toId: number, kind: string): Promise<void> {
  await db
    .withTables<TrunkTables>()
    .insertInto('link')
    .values({ from_id: fromId, to_id: toId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Published things linked with this one in either direction. */
export const listLinked = (db: Db, id: number, lang: Lang): Promise<LinkedContribution[]> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('link')
    .innerJoin('contribution as c', (join) =>
      join.on((on) =>
        on.or([
          on.and([on('link.from_id', '=', id), on('c.id', '=', on.ref('link.to_id'))]),
          on.and([on('link.to_id', '=', id), on('c.id', '=', on.ref('link.from_id'))]),
        ]),
      ),
    )
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.kind', 'c.title', 'c.lang', organisationName(lang).as('organisationName')])
    .where('c.state', '=', 'published')
    .orderBy('c.id')
    .limit(50)
    .execute()
