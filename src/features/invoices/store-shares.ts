// What is passed on of invoices: the part of them that a forum's office may see, beside the office of the issuer.
import { sql } from 'kysely'
import type { Cents } from '#kernel/money.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import { tablesOf } from './store.ts'
import { type BookYear, ofBookYear } from './store-entries.ts'

export interface PassedOn {
  readonly slug: string
  readonly name: string
  readonly cents: Cents
}

/** What the network passes on to a forum for a year, member by member; those of whom nothing is left are left out. */
export const listPassedOn = (db: Db, forumId: number, year: number, lang: string): Promise<PassedOn[]> =>
  tablesOf(db)
    .selectFrom('invoice_share as s')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .select(['o.slug', organisationName(lang).as('name'), sql<number>`sum(s.cents)::bigint`.as('cents')])
    .where('s.forum_id', '=', forumId)
    .where('s.issuer_id', 'is', null)
    .where('s.year', '=', year)
    .groupBy('o.id')
    .having(sql<boolean>`sum(s.cents) <> 0`)
    .orderBy('o.slug')
    .execute()

/** Years in which something is passed on, the last first. */
export const listShareYears = async (db: Db, forumId: number): Promise<number[]> =>
  (
    await tablesOf(db)
      .selectFrom('invoice_share as s')
      .select('s.year')
      .distinct()
      .where('s.forum_id', '=', forumId)
      .where('s.issuer_id', 'is', null)
      .orderBy('s.year', 'desc')
      .execute()
  ).map(({ year }) => year)

/** Forums that get a share of the invoices of this year of the books. */
export const listShareForums = (db: Db, of: BookYear): Promise<{ id: number; slug: string }[]> =>
  tablesOf(db)
    .selectFrom('forum as f')
    .select(['f.id', 'f.slug'])
    .where(
      sql<boolean>`f.id in (select s.forum_id from invoice_share s join invoice i on i.id = s.invoice_id where ${ofBookYear(of)})`,
    )
    .orderBy('f.slug')
    .execute()
