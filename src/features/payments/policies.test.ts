// Whose books they are: other offices, other cities, colleagues and visitors try pages, ids, files and SQL itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { asOwner, bringEntries, clearAll, entryIds, issue } from './fixtures.ts'

let town: Town
let door: Door
let entry: number
let settlement: number
let file: string
let round: string
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  await clearAll(town)
  town.now = new Date('2025-07-01T10:00:00Z')
  await issue(town, { slug: 'de-kaiserslautern', seq: 1, cents: 100_000 })
  await issue(town, { slug: 'at-graz', seq: 2, cents: 70_000 })
  await issue(town, { slug: 'de-kaiserslautern', seq: 1, cents: 33_300, forum: 'forum-germany' })
  const irena = await town.as('irena-halvorsdottir-blau')
  const paid = [{ amount: '400.00', name: 'STADT KAISERSLAUTERN', text: '2025-0001 GEHEIM' }]
  file = (await bringEntries(irena, paid)).headers.get('location') ?? ''
  ;[entry = 0] = await entryIds(town)
  const [row] = await asOwner<{ id: number }>(town, 'select id from settlement')
  settlement = row?.id ?? 0
  const [one] = await asOwner<{ id: number }>(town, `select id from organisation where slug = 'de-kaiserslautern'`)
  round = (await irena.post('/payments/reminders', { 'letters[]': [`${one?.id}-1`] })).headers.get('location') ?? ''
  while ((await town.work()) > 0);
}, 60_000)
afterAll(() => door.close())

const officePages = (): string[] => [
  ...['/payments', '/payments/entries', '/payments/open-items', '/payments/open-items.csv', '/payments/reminders'],
  ...[file, `${file}/columns`, `/payments/entries/${entry}`, round],
  ...['/payments/members/de-kaiserslautern', '/payments/members/de-kaiserslautern/statement.pdf'],
]
const officeActs = (): string[] => [
  ...[
    '/payments/statements',
    '/payments/matching',
    '/payments/reminders',
    '/payments/reminders/settings',
    `${file}/columns`,
  ],
  ...['settlement', 'giving', 'setting-aside', 'return'].map((act) => `/payments/entries/${entry}/${act}`),
  ...[`/payments/settlements/${settlement}/undoing`],
  ...['credit', 'credit/undoing', 'refund', 'hold', 'hold/end'].map(
    (act) => `/payments/members/de-kaiserslautern/${act}`,
  ),
]

describe('an office', () => {
  test('of a forum finds nothing of the network’s books: no entry, no statement, no round, and sums of its own only', async () => {
    const carsten = await town.as('carsten-mittelweg')
    for (const path of [file, `${file}/columns`, `/payments/entries/${entry}`, round])
      expect((await carsten.get(path)).status).toBe(404)
    expect(await carsten.page('/payments')).toContain('€333.00')
    const csv = await carsten.page('/payments/open-items.csv')
    expect([csv.includes('333.00'), csv.includes('600.00'), csv.includes('Graz')]).toEqual([true, false, false])
    expect(await carsten.page('/payments/members/de-kaiserslautern')).toContain('Open: €333.00')
    expect((await carsten.get('/payments/members/at-graz')).status).toBe(404)
    expect((await carsten.get('/payments/members/at-graz/statement.pdf')).status).toBe(404)
  })

  test('of a forum cannot act on the network’s money by guessed numbers', async () => {
    const carsten = await town.as('carsten-mittelweg')
    const member = await asOwner<{ id: number }>(town, `select id from organisation where slug = 'de-kaiserslautern'`)
    const parts = `${member[0]?.id}:-:100`
    expect((await carsten.post(`/payments/entries/${entry}/settlement`, { parts, reasons: '' })).status).toBe(404)
    expect((await carsten.post(`/payments/settlements/${settlement}/undoing`)).status).toBe(404)
    expect((await carsten.post(`/payments/entries/${entry}/setting-aside`, { note: 'x' })).status).toBe(404)
    expect(await asOwner(town, 'select id from settlement')).toHaveLength(1)
  })

  test('of the network does not see a forum’s invoices, nor gives its own money to them', async () => {
    const irena = await town.as('irena-halvorsdottir-blau')
    expect(await irena.page('/payments/open-items')).not.toContain('333.00')
    expect(await irena.page('/payments/members/de-kaiserslautern')).toContain('Open: €600.00')
    await bringEntries(irena, [{ amount: '333.00', name: 'X', text: 'Y' }])
    const [, other] = await entryIds(town)
    const [theirs] = await asOwner<{ id: number; member: number }>(
      town,
      'select id, organisation_id as member from invoice where issuer_id is not null',
    )
    const answer = await irena.post(`/payments/entries/${other}/settlement`, {
      parts: `${theirs?.member}:${theirs?.id}:33300`,
      reasons: '',
    })
    expect(answer.headers.get('location')).toBe(`/payments/entries/${other}`)
    expect(await asOwner(town, 'select id from settlement where entry_id = $1', [other])).toEqual([])
  })
})

describe.each<[string, () => Promise<Visitor>, number]>([
  ['the coordinator of another city', () => town.as('ada-lindmoser'), 403],
  ['the member’s own coordinator', () => town.as('almut-westrichter'), 403],
  ['a colleague of the member', () => town.as('jonte-pfalzgrafer'), 403],
  ['a visitor', async () => town.visitor, 401],
])('%s', (_, who, status) => {
  test('opens no page of the office and does none of its acts', async () => {
    const person = await who()
    for (const path of officePages())
      expect([path, (await person.get(path)).status]).toEqual([path, status === 401 ? 303 : 403])
    for (const path of officeActs()) expect([path, (await person.post(path)).status]).toEqual([path, status])
  })
})

describe('what a member owes and paid', () => {
  test('is told to whoever coordinates it: both accounts, the payment, the reminder', async () => {
    const almut = await town.as('almut-westrichter')
    const page = await almut.page('/payments/own')
    expect([page.includes('Open: €600.00'), page.includes('Open: €333.00')]).toEqual([true, true])
    const account = await almut.page('/payments/own/0?year=2025')
    expect([account.includes('Payment for 2025-0001'), account.includes('Friendly reminder')]).toEqual([true, true])
    expect(account).not.toContain('GEHEIM')
    const pdf = await almut.get('/payments/own/0/statement.pdf?year=2025')
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })
  test('is told neither to colleagues nor to other cities, whatever number they guess', async () => {
    const jonte = await town.as('jonte-pfalzgrafer')
    for (const path of ['/payments/own', '/payments/own/0', '/payments/own/0/statement.pdf'])
      expect((await jonte.get(path)).status).toBe(403)
    const ada = await town.as('ada-lindmoser')
    expect(await ada.page('/payments/own')).not.toContain('600.00')
    expect((await ada.get('/payments/own/1')).status).toBe(404)
    expect((await ada.get('/payments/own/none')).status).toBe(404)
    expect((await town.visitor.get('/payments/own')).status).toBe(303)
  })
  test('is in no search, and facts about it reach nobody but who acted', async () => {
    const almut = await town.as('almut-westrichter')
    expect(await almut.page('/search?q=GEHEIM')).not.toContain('STADT KAISERSLAUTERN')
    const rows = await asOwner(
      town,
      `select 1 from fact where (name like 'payment.%' or name like 'statement.%' or name like 'reminder%') and audience_id is not null`,
    )
    expect(rows).toEqual([])
    const texts = await asOwner<{ data: string }>(
      town,
      `select data::text from fact where name like 'payment.%' or name like 'statement.%'`,
    )
    expect(texts.some(({ data }) => /GEHEIM|KAISERSLAUTERN/.test(data))).toBe(false)
  })
})

describe('SQL with the stores bypassed', () => {
  const tables = [
    'bank_file',
    'bank_columns',
    'bank_statement',
    'bank_entry',
    'settlement',
    'reminder_setting',
    'reminder_hold',
    'reminder_round',
  ]
  const others = ['carsten-mittelweg', 'ada-lindmoser', 'jonte-pfalzgrafer'] as const
  test.each([...others, undefined])('%s reads no row of the network’s books', async (slug) => {
    const id = slug === undefined ? undefined : await town.personId(slug)
    await door.as(id, async (client) => {
      for (const table of tables)
        expect([table, (await client.query(`select 1 from ${table} where issuer_id is null`)).rows]).toEqual([
          table,
          [],
        ])
      for (const table of ['reminder', 'reminder_invoice', 'reminder_delivery'])
        expect((await client.query(`select 1 from ${table}`)).rows).toEqual([])
    })
  })
  test('the member’s coordinator reads its settlement and its reminder, nothing of the bank, and writes nothing', async () => {
    await door.as(await town.personId('almut-westrichter'), async (client) => {
      expect((await client.query('select 1 from settlement')).rowCount).toBe(1)
      expect((await client.query('select 1 from reminder')).rowCount).toBe(1)
      expect((await client.query('select 1 from bank_entry')).rowCount).toBe(0)
      const forged = `insert into settlement (organisation_id, from_credit, into_what, cents, settled_on, made_by)
        select app.organisation(), true, 'refund', 1, current_date, app.person()`
      expect(await attempt(client, forged)).not.toBe('1 rows')
    })
  })
  test('nobody changes or deletes what the bank told and what was decided; not its own office, not the system', async () => {
    await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
      for (const table of ['settlement', 'bank_entry', 'bank_statement']) {
        expect(await attempt(client, `delete from ${table}`)).toBe(refused)
        expect(await attempt(client, `update ${table} set issuer_id = null`)).toBe(refused)
      }
    })
    for (const table of ['settlement', 'bank_entry', 'bank_statement']) {
      await expect(asOwner(town, `delete from ${table}`)).rejects.toThrow('stays')
      await expect(asOwner(town, `update ${table} set issuer_id = null`)).rejects.toThrow('stays')
    }
  })
  test('an office writes in no other name than its own, and not into other books', async () => {
    await door.as(await town.personId('carsten-mittelweg'), async (client) => {
      const into = (issuer: string, person: string) =>
        attempt(client, `insert into reminder_round (issuer_id, made_by, made_at) values (${issuer}, ${person}, now())`)
      expect(await into('null', 'app.person()')).toBe(refused)
      expect(await into('app.books()', '1')).toBe(refused)
      expect(await into('app.books()', 'app.person()')).toBe('1 rows')
    })
  })
})
