// Entries that may mean the same city, and joining them.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export interface Entry {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly country: string
  /** Is or was a member: such an entry stays. */
  readonly bound: boolean
}

const entries = (db: Db, lang: Lang) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name'), 'o.kind', 'o.country'])
    .select(
      sql<boolean>`o.active or exists (select 1 from membership where membership.organisation_id = o.id)`.as('bound'),
    )
    .where('o.kind', 'in', ['municipality', 'association', 'region'])

export const findEntry = (db: Db, slug: string, lang: Lang): Promise<Entry | undefined> =>
  entries(db, lang).where('o.slug', '=', slug).executeTakeFirst()

/** Undefined for offices and partners, which stand in no register. */
export async function findSlug(db: Db, id: number): Promise<string | undefined> {
  return (await entries(db, 'en').where('o.id', '=', id).executeTakeFirst())?.slug
}

/** Of the same kind and country: those called nearly the same come first. */
export const listLike = (db: Db, entry: Entry, lang: Lang): Promise<Entry[]> =>
  entries(db, lang)
    .where('o.kind', '=', entry.kind as 'municipality')
    .where('o.country', '=', entry.country)
    .where('o.id', '<>', entry.id)
    .orderBy(
      sql`lower(o.name) = lower(${entry.name}) desc, lower(left(o.name, 3)) = lower(left(${entry.name}, 3)) desc`,
    )
    .orderBy('o.name')
    .limit(5000)
    .execute()

export type JoinRefusal = 'unlike' | 'member' | 'invoiced' | 'conflict' | 'fixed'

/** Undefined: done. The database asks once more who may. */
export async function joinEntries(db: Db, gone: number, kept: number): Promise<JoinRefusal | 'forbidden' | undefined> {
  const { rows } = await sql<{ refusal: JoinRefusal | 'forbidden' | null }>`
    select app.join_doubles(${gone}, ${kept}) as refusal`.execute(db)
  return rows[0]?.refusal ?? undefined
}

/** Somebody worked on one of the two at the same moment, and the database let them go first. */
export const wasInTheWay = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === '40P01' || thrown.code === '40001')
