// For the tests of invoices: an issuer with its scale, addresses of its members, and officers who look and press.
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
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

/** An approved scale in which every member pays the same, and half of it goes to the German forum. */
export async function approveScale(town: Town, forum: number | null, year: number, cents = 100_000): Promise<number> {
  const id = await fill(town, `insert into fee_scale (forum_id, year) values (${forum}, ${year}) returning id`)
  const rows = ['municipality', 'association', 'region'].map(
    (kind, place) => `(${id}, ${place}, '${kind}', 1, 'flat', ${cents})`,
  )
  await rowsOf(
    town,
    `insert into fee_bracket (scale_id, place, member_kind, from_inhabitants, basis, flat_cents) values ${rows.join(', ')}`,
  )
  if (forum === null)
    await rowsOf(town, `insert into fee_share select ${id}, f.id, 5000 from forum f where f.slug = 'forum-germany'`)
  const [proposer, approver] = await Promise.all(['irena-halvorsdottir-blau', 'theo-quintavoll'].map(town.personId))
  for (const [decision, person] of [
    ['proposed', proposer],
    ['approved', approver],
  ])
    await rowsOf(
      town,
      `insert into fee_decision (scale_id, decision, person_id) values (${id}, '${decision}', ${person})`,
    )
  return id
}

/** Nothing was ever invoiced, no scale decided, no address given: a year can be invented from its beginning. */
async function clearBooks(town: Town): Promise<void> {
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
  await pastTriggers(town, `truncate ${[...tables, 'billing', 'issuer'].join(', ')} cascade`)
}

/** So many members of the network stay, the first by their addresses; the others never joined. Gives their ids. */
async function keepMembers(town: Town, count: number): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    town,
    `select distinct o.id, o.slug from membership m join organisation o on o.id = m.organisation_id
     where m.forum_id is null and o.slug in ('at-graz', 'de-augsburg', 'de-kaiserslautern', 'de-mannheim')
     order by o.slug limit ${count}`,
  )
  const ids = rows.map(({ id }) => id)
  await pastTriggers(
    town,
    `truncate resignation, suspension;
     update membership set follows_id = null, ground = 'register' where organisation_id <> all ('{${ids.join(',')}}');
     delete from membership where forum_id is null and organisation_id <> all ('{${ids.join(',')}}')`,
  )
  return ids
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

/** Of the office of a forum that has none in the demonstration. */
export const addOfficer = (town: Town, slug: string, forum: string): Promise<number> =>
  fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, forum_id, lang, invented)
     select '${slug}', '${slug}', '${slug}@office.example', 'office', o.id, f.id, 'en', true
     from organisation o, forum f where o.slug = 'forum-germany' and f.slug = '${forum}' returning id`,
  )

export interface Row {
  readonly id: number
  readonly number: string
  readonly kind: string
  readonly slug: string
  readonly cents: number
}
/** All invoices of an issuer, in the order of their numbers. */
export const listRows = (town: Town, forum: number | null = null): Promise<Row[]> =>
  rowsOf(
    town,
    `select i.id, i.number, i.kind, o.slug, i.total_cents as cents from invoice i join organisation o on o.id = i.organisation_id
     where i.issuer_id is not distinct from ${forum} order by i.year, i.seq`,
  )

/** The books of the network, empty, with four members that are ready for 2026. Gives their ids. */
export async function openBooks(town: Town): Promise<number[]> {
  await clearBooks(town)
  const members = await keepMembers(town, 4)
  await approveScale(town, null, 2026)
  await putSides(
    town,
    issuer(null),
    members.map((id) => billing(id)),
  )
  return members
}
