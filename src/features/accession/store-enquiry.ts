// What the system does for whoever is not signed in: keeps an enquiry, makes the secret of its address, and the welcome after.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { MemberKind } from './accession.ts'
import type { AccessionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AccessionTables>()

export interface NewEnquiry {
  readonly organisationId: number | null
  readonly kind: MemberKind
  readonly name: string
  readonly country: string
  readonly population: number
  readonly populationYear: number
  readonly populationSource: string
  readonly contactName: string
  readonly contactEmail: string
  readonly lang: Lang
  readonly message: string
}

/** The forum through whose membership one joins the network in this country; null where the network itself decides. */
export async function findForumThatAdmits(db: Db, country: string): Promise<number | null> {
  const row = await tablesOf(db)
    .selectFrom('forum')
    .select('id')
    .where('country', '=', country)
    .where('membership_rule', '=', 'automatic-from-forum')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Keeps it and tells that it came; gives its number. */
export const insertEnquiry = (system: Db, enquiry: NewEnquiry, day: string, now: Date): Promise<number> =>
  system.transaction().execute(async (db) => {
    const forumId = await findForumThatAdmits(db, enquiry.country)
    const { id } = await tablesOf(db)
      .insertInto('accession')
      .values({
        organisation_id: enquiry.organisationId,
        forum_id: forumId,
        kind: enquiry.kind,
        name: enquiry.name,
        country: enquiry.country,
        population: enquiry.population,
        population_year: enquiry.populationYear,
        population_source: enquiry.populationSource,
        contact_name: enquiry.contactName,
        contact_email: enquiry.contactEmail,
        lang: enquiry.lang,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tablesOf(db)
      .insertInto('accession_step')
      .values({ accession_id: id, kind: 'enquiry', day, side: 'city', by_person: null, at: now, note: enquiry.message })
      .execute()
    await recordFact(db, { name: 'enquiry.received', data: { accession: id } })
    return id
  })

export interface Addressee {
  readonly id: number
  readonly name: string
  readonly contactName: string
  readonly contactEmail: string
  readonly lang: Lang
  readonly mailed: boolean
}
export const findAddressee = (system: Db, id: number): Promise<Addressee | undefined> =>
  tablesOf(system)
    .selectFrom('accession')
    .select(['id', 'name', 'contact_name as contactName', 'contact_email as contactEmail', 'lang'])
    .select(sql<boolean>`address_mailed_at is not null`.as('mailed'))
    .where('id', '=', id)
    .executeTakeFirst()

export async function keepAddress(
  system: Db,
  id: number,
  change: { token_hash: string } | { address_mailed_at: Date },
): Promise<void> {
  await tablesOf(system).updateTable('accession').set(change).where('id', '=', id).execute()
}

/** Organisations one may enquire for: in the register, and no members. Public, as the register is. */
export interface RegisteredOrganisation {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: MemberKind
  readonly country: string
  readonly active: boolean
}
export const listRegistered = (db: Db, lang: Lang): Promise<RegisteredOrganisation[]> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name'), 'o.country', 'o.active'])
    .select(sql<MemberKind>`o.kind`.as('kind'))
    .where('o.kind', 'in', ['municipality', 'association', 'region'])
    .orderBy('name')
    .limit(5000)
    .execute()
