// What the bank took back: which payment it was is found among many alike, said once, and waits until somebody has said it.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bring, bringEntries, clearAll, entryIds, issue, openOf } from './fixtures.ts'

let town: Town
let irena: Visitor
let theo: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
})
beforeEach(async () => {
  town.now = new Date('2026-01-10T10:00:00Z')
  await clearAll(town)
})
const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', day: '2025-12-20' }
const reversal = { ...paid, direction: 'DBIT', reversal: true } as const

test('two officers who choose the same payment for two returns at once: the bank took it back once', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid, { ...reversal, day: '2025-12-28' }, { ...reversal, day: '2025-12-29' }])
  const [entry, one, other] = await entryIds(town)
  const say = (who: Visitor, to: number | undefined) =>
    who.post(`/payments/entries/${to}/return`, { entry: String(entry), seen: '' })
  const answers = await Promise.all([say(irena, one), say(theo, other)])
  const places = answers.map((answer) => answer.headers.get('location') ?? '')
  expect(places.filter((place) => place === '/payments/entries')).toHaveLength(1)
  expect(await asOwner(town, `select 1 from settlement where into_what = 'returned'`)).toHaveLength(1)
  expect(await openOf(town)).toEqual({ '2025-0001': 100_000 })
})

test('where many pay the same, the payment of the same name stands first, and any other is found by words', async () => {
  const others = Array.from({ length: 18 }, (_, at) => ({
    ...{ amount: '500.00', name: `STADT NR ${at + 1}`, text: `BEITRAG ${at + 1}`, day: '2025-12-19' },
  }))
  const early = {
    amount: '500.00',
    name: 'Stadt Anderswo',
    text: 'X',
    day: '2025-01-02',
    iban: 'DE89370400440532013000',
  }
  const back = {
    ...early,
    name: 'STADT ANDERSWO',
    iban: 'FR1',
    day: '2025-12-30',
    direction: 'DBIT',
    reversal: true,
  } as const
  await bringEntries(irena, [early, ...others, back])
  const id = (await entryIds(town)).at(-1)
  const page = await irena.page(`/payments/entries/${id}`)
  expect(page.indexOf('Stadt Anderswo, 2 January 2025')).toBeGreaterThan(0)
  expect(page.indexOf('Stadt Anderswo, 2 January 2025')).toBeLessThan(page.indexOf('STADT NR'))
  expect(page).not.toContain('STADT NR 2,')
  expect(page).toContain('Look for another payment of this amount')
  expect(await irena.page(`/payments/entries/${id}?q=beitrag+2`)).toContain('STADT NR 2,')
  expect(await irena.page(`/payments/entries/${id}?q=DE89+3704+0044`)).toContain('Stadt Anderswo')
  const none = await irena.page(`/payments/entries/${id}?q=%25`)
  expect(none).toContain('No payment of this amount matches')
})

test('a return waits like a payment until somebody has said what it was', async () => {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid])
  expect(await irena.page('/payments/entries')).toContain('All payments are matched')
  await bringEntries(irena, [{ ...reversal, day: '2025-12-28' }])
  const [entry, id] = await entryIds(town)
  expect(await irena.page('/payments')).toMatch(/One payment to clarify/)
  const waiting = await irena.page('/payments/entries')
  expect(waiting).toContain('One payment is to be clarified')
  expect(waiting).toMatch(
    new RegExp(`/payments/entries/${id}"[\\s\\S]*Please say which payment the bank has taken back`),
  )
  await irena.post(`/payments/entries/${id}/return`, { entry: String(entry), seen: '' })
  expect(await irena.page('/payments/entries')).not.toContain('Reversal to clarify')
})

test('a table whose columns were told before a return could be told is read with it', async () => {
  await asOwner(
    town,
    `insert into bank_columns (head, columns, told_by, told_at)
     select array['Tag','Wer','Wofür','Betrag','Umsatzart'], '{"date":[0],"name":[1],"text":[2],"amount":[3]}', id, now() from person where slug = 'theo-quintavoll'`,
  )
  const row = '20.12.2025;Stadt Graz;2025-0001;-1.000,00;Rückbuchung'
  await bring(irena, `Tag;Wer;Wofür;Betrag;Umsatzart\n${row}\n`, 'a.csv')
  expect(await asOwner(town, 'select reversal from bank_entry')).toEqual([{ reversal: true }])
  // Told again, and that there is no such column: then there is none.
  await asOwner(town, `update bank_columns set columns = columns || '{"returned":[]}'`)
  await bring(irena, `Tag;Wer;Wofür;Betrag;Umsatzart\n${row.replace('20.', '21.')}\n`, 'b.csv')
  expect(await asOwner(town, 'select reversal from bank_entry order by id')).toEqual([
    ...[{ reversal: true }, { reversal: false }],
  ])
})
