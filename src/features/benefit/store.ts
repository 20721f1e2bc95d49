// Whose page it is: the database decides who may read it.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export interface Place {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** The viewer's own organisation, or one that they steer; undefined for all others alike. */
export const findPlace = (db: Db, slug: string, ownId: number, lang: Lang): Promise<Place | undefined> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name')])
    .where('o.slug', '=', slug)
    .where(sql<boolean>`(o.id = ${ownId} or app.steers(o.id))`)
    .executeTakeFirst()
