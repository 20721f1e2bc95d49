// Every query of contacts; row-level security decides which organisations' there are.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Contact, ContactFunction } from './contact.ts'
import type { ContactTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & ContactTables>()

const query = (db: Db) =>
  tablesOf(db)
    .selectFrom('contact as k')
    .select([
      'k.id',
      'k.organisation_id as organisationId',
      'k.function',
      'k.name',
      'k.email',
      'k.phone',
      sql<string>`k.begins_on::text`.as('beginsOn'),
      sql<string | null>`k.ends_on::text`.as('endsOn'),
    ])

export const listContactsOf = (db: Db, organisationId: number): Promise<Contact[]> =>
  query(db).where('k.organisation_id', '=', organisationId).orderBy('k.begins_on').orderBy('k.id').limit(500).execute()

export interface ListedContact extends Contact {
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
}

/** Who holds a function on this day in all organisations within reach; all functions where none is named. */
export const listContacts = (
  db: Db,
  day: string,
  wanted: ContactFunction | undefined,
  lang: Lang,
): Promise<ListedContact[]> =>
  query(db)
    .innerJoin('organisation as o', 'o.id', 'k.organisation_id')
    .select([organisationName(lang).as('organisationName'), 'o.slug as organisationSlug', 'o.country'])
    .where(sql<boolean>`k.begins_on <= ${day}::date and (k.ends_on is null or k.ends_on >= ${day}::date)`)
    .where(sql<boolean>`(${wanted ?? null}::text is null or k.function = ${wanted ?? null}::text)`)
    .orderBy('o.country')
    .orderBy('o.slug')
    .orderBy('k.id')
    .limit(20_000)
    .execute()

export interface SteeredPlace {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/** An organisation whose contacts this viewer steers, or the own one; undefined for all others alike. */
export const findPlace = (db: Db, slug: string, ownId: number, lang: Lang): Promise<SteeredPlace | undefined> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name')])
    .where('o.slug', '=', slug)
    .where(sql<boolean>`(o.id = ${ownId} or app.steers(o.id))`)
    .executeTakeFirst()

export async function findOrganisations(system: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await tablesOf(system)
    .selectFrom('organisation')
    .select(['id', 'slug'])
    .where(sql<boolean>`slug = any(${slugs}::text[])`)
    .execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

export interface NewContact {
  readonly organisationId: number
  readonly function: ContactFunction
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly beginsOn: string
  readonly by: number | null
}

/** Gives its id; undefined where the same person has this function since this day already. */
export async function insertContact(db: Db, fresh: NewContact): Promise<number | undefined> {
  const row = await tablesOf(db)
    .insertInto('contact')
    .values({
      organisation_id: fresh.organisationId,
      function: fresh.function,
      name: fresh.name,
      email: fresh.email,
      phone: fresh.phone,
      begins_on: fresh.beginsOn,
      recorded_by: fresh.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Who lasts in this function since this day, in whatever letters the name is written. */
export const findSame = (
  db: Db,
  {
    organisationId,
    function: duty,
    name,
    beginsOn,
  }: Pick<NewContact, 'organisationId' | 'function' | 'name' | 'beginsOn'>,
): Promise<Contact | undefined> =>
  query(db)
    .where('k.organisation_id', '=', organisationId)
    .where('k.function', '=', duty)
    .where(sql<boolean>`lower(k.name) = lower(${name}) and k.begins_on = ${beginsOn}::date and k.ends_on is null`)
    .executeTakeFirst()

/** Gives whether there was such a contact that lasts, within reach. `too-early`: before it began. */
export async function endContact(db: Db, id: number, day: string): Promise<'ended' | 'too-early' | 'none'> {
  const found = await query(db).where('k.id', '=', id).where('k.ends_on', 'is', null).executeTakeFirst()
  if (found === undefined) return 'none'
  if (found.beginsOn > day) return 'too-early'
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('contact')
    .set({ ends_on: day })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'ended' : 'none'
}
