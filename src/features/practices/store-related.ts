// What else may help whoever reads one practice, and why: the concepts that both are about.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PracticeTables>()
const shared = sql`select concept from unnest(c.concepts) concept where concept = any(this.concepts)`

/** Practices with shared concepts, the most alike first; the reason is what they share. */
export const listRelated = (db: Db, id: number, most: number, lang: Lang) =>
  tablesOf(db)
    .selectFrom('contribution as this')
    .innerJoin('contribution as c', (join) => join.on(sql<boolean>`c.concepts && this.concepts and c.id <> this.id`))
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('this.id', '=', id)
    .where('c.kind', '=', 'practice')
    .where('c.state', '=', 'published')
    .select(['c.id', 'c.title', 'c.lang', organisationName(lang).as('organisationName'), 'o.country'])
    .select(sql<string[]>`array(${shared})`.as('shared'))
    .orderBy(sql`(select count(*) from (${shared}) alike)`, 'desc')
    .orderBy('c.id')
    .limit(most)
    .execute()
