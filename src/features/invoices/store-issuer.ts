// The two sides of an invoice as rows: who sends it, and where organisations want theirs.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { Billing, Issuer } from './issuer.ts'
import { tablesOf } from './store.ts'

const addressColumns = [
  'legal_name as legalName',
  'street',
  'street2',
  'postcode',
  'city',
  'country',
  'vat_id as vatId',
  'endpoint_scheme as endpointScheme',
  'endpoint_id as endpointId',
] as const

/** Null is the network. Undefined: nothing was entered yet, or these are not the viewer's books. */
export const findIssuer = (db: Db, forumId: number | null): Promise<Issuer | undefined> =>
  tablesOf(db)
    .selectFrom('issuer')
    .select([
      ...addressColumns,
      'forum_id as forumId',
      'name',
      'legal_scheme as legalScheme',
      'legal_id as legalId',
      'tax_number as taxNumber',
      'contact_name as contactName',
      'contact_phone as contactPhone',
      'contact_email as contactEmail',
      'iban',
      'bic',
      'bank_name as bankName',
      'legal_note as legalNote',
      'tax_category as taxCategory',
      'tax_rate as taxRate',
      'exemption_code as exemptionCode',
      'exemption_reason as exemptionReason',
      'number_prefix as numberPrefix',
      'days_to_pay as daysToPay',
      'note',
    ])
    .where(sql<boolean>`coalesce(forum_id, 0) = ${forumId ?? 0}`)
    .executeTakeFirst()

const addressRow = (side: Issuer | Billing) => ({
  legal_name: side.legalName,
  street: side.street,
  street2: side.street2,
  postcode: side.postcode,
  city: side.city,
  country: side.country,
  vat_id: side.vatId,
  endpoint_scheme: side.endpointScheme,
  endpoint_id: side.endpointId,
})

interface Change {
  /** Null: the system, for what is loaded. */
  readonly by: number | null
  readonly at: Date
}

export async function putIssuer(db: Db, issuer: Issuer, { by, at }: Change): Promise<void> {
  const row = {
    ...addressRow(issuer),
    name: issuer.name,
    legal_scheme: issuer.legalScheme,
    legal_id: issuer.legalId,
    tax_number: issuer.taxNumber,
    contact_name: issuer.contactName,
    contact_phone: issuer.contactPhone,
    contact_email: issuer.contactEmail,
    iban: issuer.iban,
    bic: issuer.bic,
    bank_name: issuer.bankName,
    legal_note: issuer.legalNote,
    tax_category: issuer.taxCategory,
    tax_rate: issuer.taxRate,
    exemption_code: issuer.exemptionCode,
    exemption_reason: issuer.exemptionReason,
    number_prefix: issuer.numberPrefix,
    days_to_pay: issuer.daysToPay,
    note: issuer.note,
    updated_at: at,
    updated_by: by,
  }
  await tablesOf(db)
    .insertInto('issuer')
    .values({ ...row, forum_id: issuer.forumId })
    .onConflict((conflict) => conflict.expression(sql`coalesce(forum_id, 0)`).doUpdateSet(row))
    .execute()
}

const billingQuery = (db: Db) =>
  tablesOf(db)
    .selectFrom('billing')
    .select([
      ...addressColumns,
      'organisation_id as organisationId',
      'email',
      'lang',
      'leitweg_id as leitwegId',
      'without_leitweg_id as withoutLeitwegId',
      'order_reference as orderReference',
      'wants_xml as wantsXml',
    ])

/** Undefined: none was given yet, or it is out of reach. */
export const findBilling = (db: Db, organisationId: number): Promise<Billing | undefined> =>
  billingQuery(db).where('organisation_id', '=', organisationId).executeTakeFirst()

/** All within reach, by organisation. */
export const listBillings = async (db: Db): Promise<Map<number, Billing>> =>
  new Map((await billingQuery(db).execute()).map((billing) => [billing.organisationId, billing]))

export async function putBilling(db: Db, billing: Billing, { by, at }: Change): Promise<void> {
  const row = {
    ...addressRow(billing),
    email: billing.email,
    lang: billing.lang,
    leitweg_id: billing.leitwegId,
    without_leitweg_id: billing.withoutLeitwegId,
    order_reference: billing.orderReference,
    wants_xml: billing.wantsXml,
    updated_at: at,
    updated_by: by,
  }
  await tablesOf(db)
    .insertInto('billing')
    .values({ ...row, organisation_id: billing.organisationId })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute()
}

export interface BilledOrganisation {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly country: string
}

const billed = (db: Db, condition: RawBuilder<boolean>, lang: string): Promise<BilledOrganisation | undefined> =>
  tablesOf(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', organisationName(lang).as('name'), 'o.country'])
    .where(condition)
    .where(
      sql<boolean>`((app.role() = 'coordinator' and o.id = app.organisation())
        or o.id in (select app.billed_members()))`,
    )
    .executeTakeFirst()

/** An organisation that the viewer may send invoices to, or whose coordinator they are; else undefined. */
export const findBilled = (db: Db, slug: string, lang: string) => billed(db, sql`o.slug = ${slug}`, lang)
export const findBilledById = (db: Db, id: number, lang: string) => billed(db, sql`o.id = ${id}`, lang)
