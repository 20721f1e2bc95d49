// The two sides of an invoice as forms: what is wrong is said at its field, what was typed stays, and nothing is assumed.
import { beforeEach, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { issuer, makeInvoices, openBooks } from './fixtures.ts'

const town = await openTown()
const irena = await town.as('irena-halvorsdottir-blau')
const almut = await town.as('almut-westrichter')
beforeEach(() => openBooks(town))

const issuerFields = (change: Record<string, string> = {}): Record<string, string> => {
  const { forumId: _, daysToPay, taxRate, ...texts } = issuer(null)
  return { ...texts, daysToPay: String(daysToPay), taxRate: String(taxRate / 100), ...change }
}
const city = {
  ...{
    legalName: 'Stadt Kaiserslautern',
    street: 'Rathaus 1',
    postcode: '67657',
    city: 'Kaiserslautern',
    country: 'DE',
  },
  ...{ lang: 'de', email: 'kasse@stadt.example', leitwegId: '992-90009-96' },
}

test('the issuer is saved as it was entered, also a number with spaces and in small letters', async () => {
  const answer = await irena.post(
    '/invoices/issuer',
    issuerFields({ iban: 'fr14 2004 1010 0505 0001 3m02 606', legalName: 'Réseau' }),
  )
  expect(answer.status).toBe(303)
  const rows = await rowsOf(town, 'select legal_name, iban from issuer where forum_id is null')
  expect(rows).toEqual([{ legal_name: 'Réseau', iban: 'FR1420041010050500013M02606' }])
})

test.each([
  [{ iban: 'FR1420041010050500013M02607' }, 'This IBAN is not right'],
  [{ legalId: '73282932000075' }, 'This number does not fit the code of the register'],
  [{ endpointScheme: '' }, 'Please fill in kind and address'],
  [{ endpointScheme: '0204' }, 'This address does not fit its kind'],
  [{ taxCategory: 'S' }, 'A rate above zero goes with VAT only'],
  [{ taxCategory: 'O', taxRate: '20' }, 'A rate above zero goes with VAT only'],
  [{ taxCategory: 'E', vatId: 'FR00732829320', exemptionReason: '' }, 'An exemption needs its reason'],
  [{ taxCategory: 'Z' }, 'needs a VAT number or a tax number'],
  [{ legalId: '', legalScheme: '' }, 'it is no valid invoice'],
  [{ daysToPay: '400' }, 'Please give a number from 0 to 365'],
  [{ numberPrefix: '-x' }, 'At most ten letters'],
  [{ country: 'Atlantis' }, 'Please choose a country'],
])('%j comes back with a sentence', async (change, sentence) => {
  const answer = await irena.post('/invoices/issuer', issuerFields({ ...change, street: 'Kept as typed' }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(sentence)
  expect(page).toContain('Kept as typed')
})

test('every tax category of EN 16931 can be set, and the invoice says it', async () => {
  const kinds = {
    O: {},
    E: { vatId: 'FR00732829320' },
    Z: { vatId: 'FR00732829320' },
    S: { vatId: 'FR00732829320', taxRate: '20' },
  }
  for (const [taxCategory, change] of Object.entries(kinds)) {
    const answer = await irena.post('/invoices/issuer', issuerFields({ taxCategory, ...change }))
    expect(answer.status, taxCategory).toBe(303)
  }
  await makeInvoices(irena, 2026)
  expect(await fill(town, 'select min(total_cents) from invoice')).toBe(120_000)
  expect(await fill(town, `select count(*) from invoice_share where cents = 50000`)).toBe(3)
})

test('the coordinator says where the city wants its invoices; the next one carries it, the one before does not change', async () => {
  await makeInvoices(irena, 2026)
  expect((await almut.post('/invoices/billing/de-kaiserslautern', city)).status).toBe(303)
  expect(await almut.page('/invoices/billing/de-kaiserslautern')).toContain('value="Rathaus 1"')
  expect(await fill(town, `select count(*) from invoice where content -> 'buyer' ->> 'street' = 'Rathaus 1'`)).toBe(0)
  const facts = await rowsOf(
    town,
    `select audience_id, data ->> 'street' as text from fact where name = 'billing.changed'`,
  )
  expect(facts).toEqual([{ audience_id: null, text: null }])
})

test.each([
  [{ leitwegId: '991-12345-67' }, 'This Leitweg-ID is not right'],
  [{ withoutLeitwegId: 'yes' }, 'There is a Leitweg-ID above'],
  [{ email: 'kasse' }, 'Please check the e-mail address'],
  [{ lang: 'xx' }, 'Please choose a language'],
  [{ vatId: '12345' }, 'A VAT number begins with two letters'],
  [{ legalName: '' }, 'Please fill'],
])('an address with %j comes back with a sentence', async (change, sentence) => {
  const answer = await almut.post('/invoices/billing/de-kaiserslautern', { ...city, ...change })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('whoever has a Leitweg-ID is not told to say that there is none', async () => {
  const page = await almut.page('/invoices/billing/de-kaiserslautern')
  expect(/<input[^>]*name="withoutLeitwegId"[^>]*>/.exec(page)?.[0]).not.toContain('required')
})
