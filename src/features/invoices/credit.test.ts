// Corrected by credit note and by nothing else: the whole invoice, with a reason, under a number of its own.
import { unzipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { billing, listRows, makeInvoices, openBooks, type Row } from './fixtures.ts'
import { listInvoices } from './public.ts'
import { putBilling } from './store-issuer.ts'

const town = await openTown()
const irena = await town.as('irena-halvorsdottir-blau')
const theo = await town.as('theo-quintavoll')
const began = town.now
let city: Row
beforeEach(async () => {
  town.now = began
  await openBooks(town)
  await makeInvoices(irena, 2026)
  const found = (await listRows(town)).find(({ slug }) => slug === 'de-kaiserslautern')
  if (found === undefined) throw new Error('Kaiserslautern has no invoice')
  city = found
})
const creditOf = (id: number): string => `/invoices/${id}/credit-note`
const takeBack = (reason = 'Wrong population') => irena.post(creditOf(city.id), { reason })
const kinds = async (): Promise<string[]> =>
  (await listRows(town))
    .filter(({ slug }) => slug === city.slug)
    .map(({ number, kind, cents }) => `${number} ${kind} ${cents}`)

test('a credit note takes the next number and the whole amount, and says which invoice and why', async () => {
  const answer = await takeBack()
  expect(answer.status).toBe(303)
  expect(await kinds()).toEqual(['2026-0003 invoice 100000', '2026-0005 credit-note -100000'])
  const [, note] = await listInvoices(town.database.system, {
    issuer: null,
    organisationId:
      (await rowsOf<{ id: number }>(town, `select organisation_id as id from invoice where id = ${city.id}`))[0]?.id ??
      0,
  })
  expect(note?.content).toMatchObject({ kind: 'credit-note', totalCents: 100_000, corrects: { number: '2026-0003' } })
  expect(note?.content.note).toContain('Wrong population')
  expect(await irena.page(answer.headers.get('location') ?? '')).toContain('Takes back:')
  expect(await irena.page(`/invoices/${city.id}`)).toMatch(/Taken back by[\s\S]*2026-0005/)
})

test('without a reason nothing happens, and the form asks for it', async () => {
  const answer = await takeBack('   ')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Please give the reason.')
  expect(await kinds()).toHaveLength(1)
})

test('two officers take it back once, a credit note is not taken back, and nothing twice', async () => {
  const answers = await Promise.all(
    [irena, theo].map((officer) => officer.post(creditOf(city.id), { reason: 'Twice' })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await kinds()).toHaveLength(2)
  const note = (await listRows(town)).find(({ kind }) => kind === 'credit-note')
  const answer = await irena.post(creditOf(note?.id ?? 0), { reason: 'Back again' })
  expect(await answer.text()).toContain('A credit note cannot be taken back.')
})

test('the run leaves alone whose invoice was taken back; the new one carries what is known now, once', async () => {
  await takeBack()
  expect(await irena.page('/invoices/years/2026')).toContain('All who are ready have their invoice.')
  const note = (await listRows(town)).find(({ kind }) => kind === 'credit-note')
  const organisation = await fill(town, `select organisation_id from invoice where id = ${city.id}`)
  await putBilling(town.database.system, billing(organisation, { legalName: 'Stadtkasse' }), { by: null, at: town.now })
  const answers = await Promise.all([irena, theo].map((officer) => officer.post(`/invoices/${note?.id}/replacement`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await kinds()).toEqual([
    '2026-0003 invoice 100000',
    '2026-0005 credit-note -100000',
    '2026-0006 invoice 100000',
  ])
  const [row] = await rowsOf<{ name: string; note: string }>(
    town,
    `select content -> 'buyer' ->> 'legalName' as name, content ->> 'note' as note from invoice where seq = 6`,
  )
  expect(row?.name).toBe('Stadtkasse')
  expect(row?.note).toContain('2026-0003')
  const old = await fill(
    town,
    `select count(*) from invoice where seq = 3 and content -> 'buyer' ->> 'legalName' = 'City'`,
  )
  expect(old).toBe(1)
  expect((await irena.post(`/invoices/${city.id}/replacement`)).status).toBe(422)
})

test('shares and sums come out even when an invoice is taken back', async () => {
  const shareOf = () =>
    fill(
      town,
      `select coalesce(sum(cents), 0) from invoice_share s join organisation o on o.id = s.organisation_id where o.slug = '${city.slug}'`,
    )
  expect(await shareOf()).toBe(50_000)
  await takeBack()
  expect(await shareOf()).toBe(0)
  const carsten = await town.as('carsten-mittelweg')
  expect(await carsten.page('/invoices/shares')).not.toContain('Kaiserslautern')
  expect(await fill(town, 'select sum(total_cents) from invoice')).toBe(300_000)
})

const journal = async (year: number, by = 'date'): Promise<string> => {
  const answer = await irena.get(`/invoices/years/${year}/journal.csv?by=${by}`)
  return answer.text()
}

test('a credit note of a later year stands in the journal of its own date; that of the year before stays, and says where', async () => {
  const before = await journal(2026)
  expect([before.match(/2026-000\d,invoice/g)?.length, before.includes('share_forum_germany')]).toEqual([4, true])
  town.now = new Date('2027-02-03T10:00:00Z')
  await takeBack()
  expect(await journal(2026)).toBe(before)
  expect(await journal(2027)).toMatch(/^date,.*share_forum_germany\r\n2027-02-03,2026-0005,credit-note,.*,-500\r\n$/)
  expect(await journal(2026, 'fee')).toContain('2027-02-03,2026-0005,credit-note')
  const page = await irena.page('/invoices/years/2026')
  expect(page).toContain('One document about the fees of 2026 bears a later date')
  expect(page).toContain('href="/invoices/years/2027"')
  const archive = await irena.get('/invoices/years/2027/documents.zip?by=date')
  expect(archive.headers.get('content-disposition')).toContain('invoices-2027-by-date.zip')
  expect(Object.keys(unzipSync(Buffer.from(await archive.arrayBuffer())))).toEqual([
    ...['2026-0005-de-kaiserslautern.pdf', '2026-0005-de-kaiserslautern.xml'],
  ])
})

test('whoever left long ago, and whose invoice was taken back, is in reach for the new one; whose invoice stands is not', async () => {
  const billing = async (slug: string): Promise<number> => (await irena.get(`/invoices/billing/${slug}`)).status
  await takeBack()
  await pastTriggers(
    town,
    `update membership set ends_on = '2020-12-31', closes_on = '2020-12-31', closing = 'register', begins_on = '2010-01-01' where forum_id is null
       and organisation_id in (select id from organisation where slug in ('${city.slug}', 'at-graz'))`,
  )
  expect([await billing(city.slug), await billing('at-graz')]).toEqual([200, 404])
  const carsten = await town.as('carsten-mittelweg')
  expect((await carsten.get(`/invoices/billing/at-graz`)).status).toBe(404)
})
