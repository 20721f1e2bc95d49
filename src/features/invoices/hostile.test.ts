// Whose books they are not: by page, document, ZIP, table, command, search and history, nobody sees or changes them.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { addOfficer, approveScale, billing, issuer, listRows, makeInvoices, openBooks, putSides } from './fixtures.ts'

const town: Town = await openTown()
const strangers = new Map<string, Visitor>()
let irena: Visitor
let carsten: Visitor
let ofNetwork: number
let ofForum: number
let networkRun: string
let forum: number

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

beforeAll(async () => {
  const members = await openBooks(town)
  forum = await fill(town, `select id from forum where slug = 'forum-germany'`)
  await approveScale(town, forum, 2026, 45_000)
  await putSides(
    town,
    issuer(forum, { name: 'Forum', numberPrefix: 'DF' }),
    members.map((id) => billing(id)),
  )
  irena = await town.as('irena-halvorsdottir-blau')
  carsten = await town.as('carsten-mittelweg')
  networkRun = (await makeInvoices(irena, 2026)).headers.get('location') ?? ''
  const forumRun = (await makeInvoices(carsten, 2026)).headers.get('location') ?? ''
  for (const [officer, run] of [
    [irena, networkRun],
    [carsten, forumRun],
  ] as const)
    await officer.post(`${run}/sending`)
  await work()
  ofNetwork = (await listRows(town)).find(({ slug }) => slug === 'de-kaiserslautern')?.id ?? 0
  ofForum = (await listRows(town, forum)).find(({ slug }) => slug === 'de-kaiserslautern')?.id ?? 0
  await addOfficer(town, 'odette-france', 'forum-france')
  for (const slug of ['odette-france', 'ada-lindmoser', 'jonte-pfalzgrafer']) strangers.set(slug, await town.as(slug))
  strangers.set('carsten-mittelweg', carsten)
})

const documents = ['', '/document.pdf', '/ubl.xml', '/cii.xml']

test.each(['odette-france', 'carsten-mittelweg', 'ada-lindmoser', 'jonte-pfalzgrafer'])(
  '%s finds no invoice of the network to Kaiserslautern, on no way',
  async (slug) => {
    const stranger = strangers.get(slug) ?? town.visitor
    for (const end of documents) expect((await stranger.get(`/invoices/${ofNetwork}${end}`)).status, end).toBe(404)
    expect((await stranger.get(networkRun)).status).toBeGreaterThanOrEqual(403)
    for (const act of ['sending', 'credit-note', 'replacement']) {
      const answer = await stranger.post(`/invoices/${ofNetwork}/${act}`, { reason: 'Mine' })
      expect([403, 404], act).toContain(answer.status)
    }
    expect([403, 404]).toContain((await stranger.post(`${networkRun}/sending`)).status)
    const list = await stranger.get('/invoices?q=kaiserslautern')
    expect(await list.text()).not.toContain('2026-0003')
    for (const file of ['documents.zip', 'journal.csv', 'preview.csv']) {
      const answer = await stranger.get(`/invoices/years/2026/${file}`)
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1'), file).not.toContain(',2026-0003')
    }
  },
)

test('the network’s office finds no invoice of a forum', async () => {
  for (const end of documents) expect((await irena.get(`/invoices/${ofForum}${end}`)).status, end).toBe(404)
  expect((await irena.post(`/invoices/${ofForum}/credit-note`, { reason: 'Mine' })).status).toBe(404)
  expect(await irena.page('/invoices?q=kaiserslautern')).not.toContain('DF2026')
  const zip = Buffer.from(await (await irena.get('/invoices/years/2026/documents.zip')).arrayBuffer()).toString(
    'latin1',
  )
  expect(zip).toContain('2026-0003-de-kaiserslautern.pdf')
  expect(zip).not.toContain('DF2026')
})

test('a visitor is led to the door, and learns of no number', async () => {
  for (const path of [
    `/invoices/${ofNetwork}`,
    '/invoices',
    '/invoices/years/2026/documents.zip',
    '/invoices/billing/de-kaiserslautern',
  ]) {
    const answer = await town.visitor.get(path)
    expect(answer.status, path).toBe(303)
    expect(answer.headers.get('location')).toContain('/sign-in')
  }
  expect((await town.visitor.post(`/invoices/${ofNetwork}/credit-note`, { reason: 'x' })).status).toBe(401)
})

test('its coordinator sees the city’s own, of both issuers, and nothing of the books', async () => {
  const almut = await town.as('almut-westrichter')
  const own = await almut.page('/invoices')
  expect(own).toContain('DF2026-000')
  expect(own).toContain('2026-0003')
  expect(own).not.toContain('2026-0004')
  for (const end of documents) expect((await almut.get(`/invoices/${ofNetwork}${end}`)).status, end).toBe(200)
  const page = await almut.page(`/invoices/${ofNetwork}`)
  // Whose hands it went through, and what is passed on, is between the offices.
  expect(page).not.toMatch(/Irena|credit-note"|50 %/)
  for (const path of ['/invoices/years/2026', '/invoices/issuer', networkRun, '/invoices/years/2026/journal.csv'])
    expect((await almut.get(path)).status, path).toBe(403)
  expect((await almut.post(`/invoices/${ofNetwork}/credit-note`, { reason: 'Too much' })).status).toBe(403)
})

test('a colleague without coordination sees no money and no address', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  for (const path of ['/invoices', '/invoices/billing/de-kaiserslautern', '/invoices/shares'])
    expect((await jonte.get(path)).status, path).toBe(403)
  expect((await jonte.post('/invoices/billing/de-kaiserslautern', {})).status).toBe(403)
  expect(await jonte.page('/members/de-kaiserslautern')).not.toContain('/invoices')
})

test('addresses are the city’s and its offices’: another city, another forum and a guess find none', async () => {
  const paths = {
    'ada-lindmoser': 'de-kaiserslautern',
    'odette-france': 'de-kaiserslautern',
    'carsten-mittelweg': 'at-graz',
  }
  for (const [slug, city] of Object.entries(paths)) {
    const stranger = strangers.get(slug) ?? town.visitor
    expect((await stranger.get(`/invoices/billing/${city}`)).status, slug).toBe(404)
    expect((await stranger.post(`/invoices/billing/${city}`, {})).status, slug).toBe(404)
    expect(await stranger.page(`/members/${city}`)).not.toContain(`/invoices/billing/${city}`)
  }
  expect((await irena.get('/invoices/billing/nobody')).status).toBe(404)
})

test('the forum sees what is passed on to it, member by member, and no other forum does', async () => {
  const page = await carsten.page('/invoices/shares')
  expect(page).toContain('Kaiserslautern')
  expect(page).toContain('€500.00')
  expect(page).not.toContain('2026-0003')
  expect(await strangers.get('odette-france')?.page('/invoices/shares')).not.toContain('Kaiserslautern')
  expect((await irena.get('/invoices/shares')).status).toBe(403)
})

test('neither search nor history nor the interface for programs tells of an invoice', async () => {
  for (const slug of ['ada-lindmoser', 'odette-france', 'jonte-pfalzgrafer']) {
    const stranger = strangers.get(slug) ?? town.visitor
    expect(await stranger.page('/search?q=2026-0003')).not.toContain(`/invoices/${ofNetwork}`)
    expect(await stranger.page('/history')).not.toMatch(/made invoices|took an invoice back|An invoice was sent/)
    expect(await (await stranger.get('/api/v1/search?q=invoice+2026-0003')).text()).not.toContain('/invoices/')
  }
})
