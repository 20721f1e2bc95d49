// Enquiries: taken from anybody; and the secret of their address, which the system's jobs make.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
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

/** Keeps it, as whoever asks; gives its number, or null where the organisation chosen is a member. */
export async function takeEnquiry(db: Db, enquiry: NewEnquiry, day: string): Promise<number | null> {
  const { organisationId, kind, name, country, population, populationYear, populationSource } = enquiry
  const { rows } = await sql<{
    id: number | null
  }>`select app.take_enquiry(${organisationId}, ${kind}, ${name}, ${country},
    ${population}, ${populationYear}, ${populationSource}, ${enquiry.contactName}, ${enquiry.contactEmail}, ${enquiry.lang},
    ${day}, ${enquiry.message}) as id`.execute(db)
  return rows[0]?.id ?? null
}

export interface Addressee {
  readonly id: number
  readonly name: string
  readonly contactName: string
  readonly contactEmail: string
  readonly lang: Lang
}
export const findAddressee = (system: Db, id: number): Promise<Addressee | undefined> =>
  tablesOf(system)
    .selectFrom('accession')
    .select(['id', 'name', 'contact_name as contactName', 'contact_email as contactEmail', 'lang'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function keepAddress(
  system: Db,
  id: number,
  change: { token_hash: string } | { address_mailed_at: Date },
): Promise<void> {
  await tablesOf(system).updateTable('accession').set(change).where('id', '=', id).execute()
}

/** Organisations of the register, members or not. Public, as the register is: a suspended member is a member here too. */
export interface RegisteredOrganisation {
  readonly id: number
  readonly name: string
  readonly member: boolean
}
export const listRegistered = (db: Db, lang: Lang): Promise<RegisteredOrganisation[]> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select([
      'o.id',
      organisationName(lang).as('name'),
      // As app.is_member says it of one; asked once for all.
      sql<boolean>`(o.active or o.id in (select m.organisation_id from membership m where m.forum_id is null
        and m.begins_on <= app.today() and (m.ends_on is null or m.ends_on >= app.today())))`.as('member'),
    ])
    .where('o.kind', 'in', ['municipality', 'association', 'region'])
    .orderBy('name')
    .limit(5000)
    .execute()
