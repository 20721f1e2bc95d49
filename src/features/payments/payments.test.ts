// From the bank's file to the paid invoice: read once, matched where it is certain, proposed where not, undone by a new row.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { camtOf } from './camt-of.ts'
import { asOwner, bring, bringEntries, clearAll, credit, entryIds, issue, openOf, proposalsOn } from './fixtures.ts'

let town: Town
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
})
beforeEach(async () => {
  town.now = new Date('2025-07-01T10:00:00Z')
  await clearAll(town)
})

const told = async (answer: Response): Promise<string> => {
  expect([200, 303, 422]).toContain(answer.status)
  return answer.status === 303 ? (answer.headers.get('location') ?? '') : answer.text()
}
const firstOf = async (who: Visitor): Promise<{ action: string; parts: string; reasons: string }> =>
  proposalsOn(await who.page('/payments/entries'))[0] ?? { action: '', parts: '', reasons: '' }
const confirmFirst = async (who: Visitor): Promise<Response> => {
  const { action, ...fields } = await firstOf(who)
  return who.post(action, fields)
}

describe('reading', () => {
  test('what is certain is matched at once, and says why', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 455_300 })
    const answer = await bringEntries(irena, [{ amount: '4553.00', name: 'STADT GRAZ', text: 'RE 2025-0001' }])
    expect(await told(answer)).toMatch(/^\/payments\/statements\/\d+$/)
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    const [id] = await entryIds(town)
    expect(await irena.page(`/payments/entries/${id}`)).toContain('the payment reference stands in the text')
  })

  test('the same file twice is one, and the same entry in another file is not counted again', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 455_300 })
    const paid = { amount: '2000.00', name: 'STADT GRAZ', text: 'RE 2025-0001', number: 'A1' }
    const more = { amount: '2553.00', name: 'STADT GRAZ', text: 'RE 2025-0001', number: 'A2' }
    const first = await told(await bring(irena, camtOf([paid])))
    expect(await told(await bring(irena, camtOf([paid])))).toBe(first)
    const second = await told(await bring(irena, camtOf([paid, more])))
    expect(await irena.page(second)).toContain('One entry stood in an earlier file')
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    expect((await entryIds(town)).length).toBe(2)
  })

  test('two officers bring the same file at the same moment: one file, one payment', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 455_300 })
    const theo = await town.as('theo-quintavoll')
    const text = camtOf([{ amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', number: 'B1' }])
    const answers = await Promise.all([irena, theo, irena].map((who) => bring(who, text)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map((one) => one.headers.get('location')))).toHaveProperty('size', 1)
    expect(await openOf(town)).toEqual({ '2025-0001': 355_300 })
  })

  test('the same payment in a file of another kind is noticed and never matched by itself', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 455_300 })
    await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' }])
    const csv = 'Buchungstag;Name;Verwendungszweck;Betrag\n03.03.2025;Stadt Graz;2025-0001;1.000,00\n'
    await bring(irena, csv, 'umsatz.csv')
    expect(await openOf(town)).toEqual({ '2025-0001': 355_300 })
    expect((await firstOf(irena)).reasons).toContain('perhaps-twice')
  })

  test('a table that nobody knows waits until its columns are told, and the next one is read without asking', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 455_300 })
    const table = (day: string, money: string) => `K1;K2;K3;K4\n${day};${money};Stadt Graz;2025-0001\n`
    const path = await told(await bring(irena, table('03.03.2025', '1.000,00'), 'a.csv'))
    expect(path).toMatch(/\/columns$/)
    expect(await irena.page(path)).toContain('Stadt Graz')
    const wrong = await irena.post(path, { date: '0', amount: '2', name: '2' })
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('most lines have no readable day'),
    ])
    expect((await irena.post(path, { date: '0' })).status).toBe(422)
    expect((await irena.post(path, { date: '0', amount: '1', name: '2', text: '3' })).status).toBe(303)
    expect(await told(await bring(irena, table('04.03.2025', '500,00'), 'b.csv'))).toMatch(/statements\/\d+$/)
    expect(await openOf(town)).toEqual({ '2025-0001': 305_300 })
  })

  test.each([
    ['no file', undefined, 'Please choose a file.'],
    ['an entity bomb', camtOf([]).replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), 'document type declaration'],
    ['a letter', 'Dear sir or madam', 'neither CAMT.053 nor'],
    ['half a statement', camtOf([{ amount: '1.00', name: 'A', text: 'B' }]).slice(0, 900), 'damaged or incomplete'],
    ['a statement without entries', camtOf([]), 'There is no entry'],
    ['a file that is too large', 'x'.repeat(20 * 1_048_576 + 1), 'larger than 20 MB'],
  ])('%s is refused in a sentence at the field', async (_, content, sentence) => {
    const answer = content === undefined ? await irena.post('/payments/statements') : await bring(irena, content)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])
    expect(await entryIds(town)).toEqual([])
  })

  test('foreign money and parts of a cent are shown and not matched', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 8400 })
    const path = await told(
      await bringEntries(irena, [
        { amount: '84.00', currency: 'CHF', name: 'STADT GRAZ', text: '2025-0001' },
        { amount: '84.005', name: 'STADT GRAZ', text: '2025-0001' },
      ]),
    )
    const page = await irena.page(path)
    expect([page.includes('84.00 CHF'), page.includes('84.005 EUR')]).toEqual([true, true])
    expect(await openOf(town)).toEqual({ '2025-0001': 8400 })
    const [id] = await entryIds(town)
    expect((await irena.post(`/payments/entries/${id}/giving`, { number: '2025-0001', amount: '84' })).status).toBe(422)
  })
})

describe('deciding', () => {
  test('a proposal is confirmed with one click; confirming it twice pays once', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: 'BEITRAG' }])
    const { action, ...fields } = await firstOf(irena)
    expect(fields.reasons).toBe('name amount')
    const answers = await Promise.all([1, 2, 3].map(() => irena.post(action, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    expect(await irena.page('/payments/entries')).toContain('All payments are matched')
  })

  test('by hand: a number that is unknown, more than is open, and then rightly with the rest as credit', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [{ amount: '1200.00', name: 'X', text: 'Y' }])
    const [id] = await entryIds(town)
    const give = (fields: Record<string, string>) => irena.post(`/payments/entries/${id}/giving`, fields)
    const said = async (fields: Record<string, string>) => (await give(fields)).text()
    expect(await said({ number: '2025-0009', amount: '1' })).toContain('There is no invoice with this number.')
    expect(await said({ number: '2025-0001', amount: 'much' })).toContain('Please give an amount in euro')
    expect(await said({ number: '2025-0001', amount: '1200' })).toContain('more than is open')
    expect((await give({ number: '2025 0001', amount: '1.200,00', rest: 'yes' })).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    expect(await irena.page('/payments/members/at-graz')).toContain('Credit: €200.00')
  })

  test('credit is set against the next invoice, what is left is paid back, and never more', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [{ amount: '1200.00', name: 'STADT GRAZ', text: '2025-0001' }])
    await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 5000 })
    expect((await irena.post('/payments/members/at-graz/credit')).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 0 })
    const refund = (amount: string) => irena.post('/payments/members/at-graz/refund', { amount, day: '2025-07-01' })
    expect(await (await refund('151')).text()).toContain('does not have that much credit')
    expect((await refund('150')).status).toBe(303)
    expect(await irena.page('/payments/members/at-graz')).toContain('Settled')
  })

  test('undone by a new row: the invoice is open again, nothing is deleted, and used credit cannot be taken away', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [{ amount: '1200.00', name: 'STADT GRAZ', text: '2025-0001' }])
    await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 20_000 })
    await irena.post('/payments/members/at-graz/credit')
    const rows = await asOwner<{ id: number; what: string }>(
      town,
      `select id, into_what as what from settlement where entry_id is not null`,
    )
    const undo = async (what: string) =>
      irena.post(`/payments/settlements/${rows.find((one) => one.what === what)?.id}/undoing`)
    expect((await undo('credit')).headers.get('location')).toBe('/payments/entries')
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 0 })
    expect((await undo('invoice')).headers.get('location')).toMatch(/entries\/\d+$/)
    await undo('invoice')
    expect(await openOf(town)).toEqual({ '2025-0001': 100_000, '2026-0001': 0 })
    expect(await asOwner(town, 'select id from settlement')).toHaveLength(4)
  })

  test('an unknown payer is set aside with a word, and can be taken up again', async () => {
    await bringEntries(irena, [{ amount: '77.00', name: 'STIFTUNG', text: 'SPENDE' }])
    const [id] = await entryIds(town)
    expect((await irena.post(`/payments/entries/${id}/setting-aside`, { note: ' ' })).status).toBe(422)
    expect((await irena.post(`/payments/entries/${id}/setting-aside`, { note: 'A gift' })).status).toBe(303)
    expect(await irena.page(`/payments/entries/${id}`)).toContain('Set aside: A gift')
    const [row] = await asOwner<{ id: number }>(town, 'select id from settlement')
    await irena.post(`/payments/settlements/${row?.id}/undoing`)
    expect(await irena.page('/payments/entries')).toContain('STIFTUNG')
  })

  test('a reversal takes its payment back, and the invoice is open again', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' }
    await bringEntries(irena, [paid, { ...paid, day: '2025-03-05', direction: 'DBIT', reversal: true }])
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    const [id, reversal] = await entryIds(town)
    expect(await irena.page(`/payments/entries/${reversal}`)).toContain('STADT GRAZ, 3 March 2025')
    expect((await irena.post(`/payments/entries/${reversal}/return`, { entry: String(id) })).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 100_000 })
    expect(await irena.page('/payments/entries')).toContain('All payments are matched')
  })
})

describe('credit notes', () => {
  test('are set against their invoice in the same moment; what was paid before is credit', async () => {
    const first = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    const second = await issue(town, { slug: 'fr-lyon', seq: 2, cents: 100_000 })
    await bringEntries(irena, [{ amount: '600.00', name: 'VILLE DE LYON', text: '2025-0002' }])
    await credit(town, first)
    await credit(town, second)
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2025-0002': 0 })
    expect(await irena.page('/payments/members/at-graz?year=2025')).toContain('Credit note 2025-0003')
    expect(await irena.page('/payments/members/fr-lyon?year=2025')).toContain('Credit: €600.00')
  })

  test('a payment for an invoice that was taken back is proposed as credit', async () => {
    const id = await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await credit(town, id)
    await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' }])
    expect((await firstOf(irena)).reasons).toBe('reference name paid-already')
    expect((await confirmFirst(irena)).status).toBe(303)
    expect(await irena.page('/payments/members/at-graz')).toContain('Credit: €1,000.00')
  })
})
