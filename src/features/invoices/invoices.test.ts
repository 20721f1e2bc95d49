// The run of a year: looked at, made once, whoever presses when; what is missing is said and follows later.
import { beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { approveScale, billing, listRows, makeInvoices, openBooks } from './fixtures.ts'
import { putBilling } from './store-issuer.ts'

const town: Town = await openTown()
const irena: Visitor = await town.as('irena-halvorsdottir-blau')
const theo: Visitor = await town.as('theo-quintavoll')
let members: readonly number[]
beforeEach(async () => {
  members = await openBooks(town)
})
const numbers = async (): Promise<string[]> => (await listRows(town)).map(({ number, slug }) => `${number} ${slug}`)
const all = ['2026-0001 at-graz', '2026-0002 de-augsburg', '2026-0003 de-kaiserslautern', '2026-0004 de-mannheim']

test('every member gets one invoice, in the order of their addresses; a second press makes none and says so', async () => {
  expect((await makeInvoices(irena, 2026)).headers.get('location')).toMatch(/^\/invoices\/runs\/\d+$/)
  expect(await numbers()).toEqual(all)
  const again = await irena.post('/invoices/years/2026/run', { count: '4', cents: '400000' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('There is nothing to make')
  expect(await numbers()).toEqual(all)
})

test('two officers who press at once make one run', async () => {
  const answers = await Promise.all([irena, theo].map((officer) => makeInvoices(officer, 2026)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await numbers()).toEqual(all)
  expect(await fill(town, 'select count(*) from fee_run')).toBe(1)
})

test('nobody makes something else than what they saw', async () => {
  const page = await irena.page('/invoices/years/2026')
  expect(page).toContain('name="count" value="4"')
  await pastTriggers(town, `delete from billing where organisation_id = ${members[3]}`)
  const answer = await irena.post('/invoices/years/2026/run', { count: '4', cents: '400000' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Something has changed meanwhile')
  expect(await numbers()).toEqual([])
})

test('a member of whom something is missing stays out with the reason, and follows later under the next number', async () => {
  await pastTriggers(
    town,
    `update billing set leitweg_id = '' where organisation_id = ${members[1]}; delete from billing where organisation_id = ${members[0]}`,
  )
  const page = await irena.page('/invoices/years/2026?state=missing')
  expect(page).toMatch(/Graz[\s\S]*billing address is missing[\s\S]*Augsburg[\s\S]*Leitweg-ID is missing/)
  await makeInvoices(irena, 2026)
  expect(await numbers()).toEqual(['2026-0001 de-kaiserslautern', '2026-0002 de-mannheim'])
  const change = { by: null, at: town.now }
  await putBilling(town.database.system, billing(members[0] ?? 0, { country: 'AT', leitwegId: '', lang: 'de' }), change)
  await putBilling(town.database.system, billing(members[1] ?? 0, { leitwegId: '', withoutLeitwegId: true }), change)
  await makeInvoices(irena, 2026)
  expect((await numbers()).slice(2)).toEqual(['2026-0003 at-graz', '2026-0004 de-augsburg'])
})

test('without an issuer or an approved scale the year says what comes first', async () => {
  expect(await irena.page('/invoices/years/2031')).toContain('No fee scale has been approved for 2031 yet')
  expect((await irena.post('/invoices/years/2031/run', { count: '1', cents: '1' })).status).toBe(422)
  await pastTriggers(town, 'delete from issuer')
  expect(await irena.page('/invoices/years/2026')).toContain('the issuer has to be entered')
})

test('the numbers of a year keep their form, and longer ones follow the fourth digit', async () => {
  await pastTriggers(town, `update issuer set number_prefix = 'F'`)
  await pastTriggers(town, `delete from billing where organisation_id = ${members[0]}`)
  await makeInvoices(irena, 2026)
  await pastTriggers(town, `update issuer set number_prefix = 'G'`)
  await putBilling(town.database.system, billing(members[0] ?? 0), { by: null, at: town.now })
  await makeInvoices(irena, 2026)
  expect((await listRows(town)).map(({ number }) => number)).toEqual([
    'F2026-0001',
    'F2026-0002',
    'F2026-0003',
    'F2026-0004',
  ])
})

// Changes the memberships of this town, so it stands last.
test('the preview says what changed since last year, and why', async () => {
  await approveScale(town, null, 2025, 90_000)
  await makeInvoices(irena, 2025)
  await pastTriggers(
    town,
    `update membership set ends_on = '2025-12-31', closes_on = '2025-12-31', closing = 'register' where forum_id is null and organisation_id = ${members[3]};
    update membership set begins_on = '2026-07-01' where forum_id is null and organisation_id = ${members[0]}`,
  )
  await pastTriggers(town, `delete from invoice_share; delete from invoice where organisation_id = ${members[0]}`)
  const csv = (await irena.page('/invoices/years/2026/preview.csv')).split('\r\n').slice(1, -1)
  expect(csv.map((line) => line.split(',')).map((cells) => [cells[0], cells[3], ...cells.slice(9, 13)])).toEqual([
    ['at-graz', 'ready', '1000', '', '1000', 'new'],
    ['de-augsburg', 'ready', '1000', '900', '100', 'scale'],
    ['de-kaiserslautern', 'ready', '1000', '900', '100', 'scale'],
    ['de-mannheim', 'ended', '', '900', '-900', 'ended'],
  ])
})
