// For the tests of invoices: an issuer with its scale, addresses of its members, and officers who look and press.
import pg from 'pg'
import type { Town, Visitor } from '../../../testing/app.ts'
import { addDraft, decide } from '../fees/fixtures.ts'
import type { Billing, Issuer } from './issuer.ts'
import { putBilling, putIssuer } from './store-issuer.ts'

export const issuer = (forumId: number | null, change: Partial<Issuer> = {}): Issuer => ({
  forumId,
  ...{
    name: 'Network',
    legalName: 'Network for Tests',
    street: '1 rue de l’Essai',
    street2: '',
    postcode: '75001',
    city: 'Paris',
  },
  ...{ country: 'FR', vatId: '', endpointScheme: 'EM', endpointId: 'books@network.example', legalScheme: '0009' },
  ...{ legalId: '73282932000074', taxNumber: '', contactName: 'Irena', contactPhone: '+33 1 00 00 00 00' },
  ...{
    contactEmail: 'books@network.example',
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPPAR',
    bankName: 'Bank',
  },
  ...{ legalNote: '', taxCategory: 'O', taxRate: 0, exemptionCode: '', exemptionReason: 'Not subject to VAT' },
  ...{ numberPrefix: '', daysToPay: 30, note: '' },
  ...change,
})

export const billing = (organisationId: number, change: Partial<Billing> = {}): Billing => ({
  organisationId,
  ...{
    legalName: 'City',
    street: 'Rathausplatz 1',
    street2: '',
    postcode: '12345',
    city: 'City',
    country: 'DE',
    vatId: '',
  },
  ...{ endpointScheme: '', endpointId: '', email: 'treasury@city.example', lang: 'de', leitwegId: '992-90009-96' },
  ...{ withoutLeitwegId: false, orderReference: '', wantsXml: false },
  ...change,
})

/** An approved scale in which every member pays the same. */
export async function approveScale(town: Town, forum: number | null, year: number, cents = 100_000): Promise<number> {
  const scale = await addDraft(town, forum, year, cents)
  const [proposer, approver] = await Promise.all([
    town.personId('irena-halvorsdottir-blau'),
    town.personId('carsten-mittelweg'),
  ])
  await decide(town, scale, 'proposed', proposer)
  await decide(town, scale, 'approved', approver)
  return scale
}

/** Nothing was ever invoiced, no scale decided, no address given: a year can be invented from its beginning. */
export async function clearBooks(town: Town): Promise<void> {
  const tables = [
    'invoice_share',
    'invoice',
    'fee_run',
    'fee_year_invoiced',
    'fee_decision',
    'fee_bracket',
    'fee_share',
    'fee_scale',
  ]
  await pastTriggers(town, [...tables, 'billing', 'issuer'].map((table) => `delete from ${table}`).join('; '))
}

/** So many members of the network stay, the first by their addresses; the others never joined. Gives their ids. */
export async function keepMembers(town: Town, count: number): Promise<number[]> {
  const { rows } = await query<{ id: number }>(
    town,
    `select distinct o.id, o.slug from membership m join organisation o on o.id = m.organisation_id
     where m.forum_id is null and o.slug in ('de-kaiserslautern', 'at-graz', 'pt-porto', 'de-mannheim', 'fr-lyon', 'de-aachen')
     order by o.slug limit ${count}`,
  )
  const ids = rows.map(({ id }) => id)
  await pastTriggers(
    town,
    `delete from resignation; delete from suspension;
     delete from membership where forum_id is null and organisation_id <> all ('{${ids.join(',')}}')`,
  )
  return ids
}

/** What the triggers would refuse. */
const pastTriggers = (town: Town, sql: string) => query(town, `set session_replication_role = replica; ${sql}`)

/** As the owner. */
export async function query<Row extends object>(town: Town, sql: string): Promise<{ rows: Row[] }> {
  const client = new pg.Client(town.owner)
  await client.connect()
  return client.query<Row>(sql).finally(() => client.end())
}

export const putSides = async (town: Town, seller: Issuer, addresses: readonly Billing[]): Promise<void> => {
  const at = town.now
  await putIssuer(town.database.system, seller, { by: null, at })
  for (const one of addresses) await putBilling(town.database.system, one, { by: null, at })
}

const seenOn = (page: string): { count: string; cents: string } => ({
  count: /name="count" value="(\d+)"/.exec(page)?.[1] ?? '',
  cents: /name="cents" value="(\d+)"/.exec(page)?.[1] ?? '',
})

/** Looks at the year and presses the button; gives the answer. */
export const makeInvoices = async (officer: Visitor, year: number): Promise<Response> =>
  officer.post(`/invoices/years/${year}/run`, seenOn(await officer.page(`/invoices/years/${year}`)))
