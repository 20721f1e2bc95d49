// Credit that was used or paid back, taken back again; and a payment that the bank took back after its credit was used.
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { asOwner, bring, bringEntries, clearAll, credit, entryIds, issue, openOf } from './fixtures.ts'
import { gatherAccount } from './gather-account.ts'
import { planCredit } from './return-plan.ts'

let town: Town
let irena: Visitor
let theo: Visitor
let graz: number
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
  graz = (await asOwner<{ id: number }>(town, `select id from organisation where slug = 'at-graz'`))[0]?.id ?? 0
})
beforeEach(async () => {
  town.now = new Date('2026-02-10T10:00:00Z')
  await clearAll(town)
})

const member = '/payments/members/at-graz'
const paid = { amount: '1200.00', name: 'STADT GRAZ', text: '2025-0001', day: '2025-12-20' }
const returned = { ...paid, day: '2025-12-30', direction: 'DBIT', reversal: true } as const
/** Invoice 2025-0001 is paid with 200 euro too much, which are set against 2026-0001. */
async function useCredit(open = 50_000): Promise<void> {
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
  await bringEntries(irena, [paid])
  await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: open })
  await irena.post(`${member}/credit`)
}
const movesOf = (): Promise<{ id: number; into: string }[]> =>
  asOwner(town, 'select id, into_what as into from settlement where from_credit and undoes_id is null order by id')
const takeBack = (who: Visitor, movement: number | undefined, why = 'Wrong invoice'): Promise<Response> =>
  who.post(`${member}/credit/undoing`, { movement: String(movement), why })
const creditOf = async (): Promise<number> =>
  (await asOwner<{ cents: number }>(town, `select app.credit_of(null, ${graz})::int as cents`))[0]?.cents ?? 0
const closingOf = async (year: number): Promise<number> =>
  (await gatherAccount(town.database.system, { issuer: null, organisationId: graz }, year, town.now)).closingCents
const giveBack = async (reversal: number | undefined, entry: number | undefined): Promise<Response> => {
  const page = await irena.page(`/payments/entries/${reversal}`)
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  return irena.post(`/payments/entries/${reversal}/return`, { entry: String(entry), seen })
}

describe('what was done with credit', () => {
  test('against the wrong invoice is taken back with a reason: the invoice is open, the credit there again, both visible', async () => {
    await useCredit()
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 30_000 })
    const [use] = await movesOf()
    expect((await takeBack(irena, use?.id)).status).toBe(303)
    expect([await openOf(town), await creditOf()]).toEqual([{ '2025-0001': 0, '2026-0001': 50_000 }, 20_000])
    const page = await irena.page(member)
    expect(page).toMatch(/Set against invoice 2026-0001[\s\S]*Taken back by[\s\S]*Wrong invoice/)
    expect(await closingOf(2026)).toBe(30_000)
  })

  test('marked as paid back by mistake: the account of that day is as if it had never been, and it is paid back once more', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [paid])
    await irena.post(`${member}/refund`, { amount: '150', day: '2025-12-31' })
    expect([await closingOf(2025), await creditOf()]).toEqual([-5_000, 5_000])
    const [refund] = await movesOf()
    expect((await takeBack(theo, refund?.id, 'Came back')).status).toBe(303)
    expect([await closingOf(2025), await creditOf()]).toEqual([-20_000, 20_000])
    await irena.post(`${member}/refund`, { amount: '200', day: '2026-01-05' })
    expect([await closingOf(2025), await closingOf(2026), await creditOf()]).toEqual([-20_000, 0, 0])
  })

  test('is taken back once, whoever clicks at the same moment; the others learn it', async () => {
    await useCredit()
    const [use] = await movesOf()
    const answers = await Promise.all([irena, theo, irena, theo].map((who) => takeBack(who, use?.id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
    const late = answers.find(({ status }) => status === 422)
    expect(await late?.text()).toContain('This has been taken back already.')
    expect(await creditOf()).toBe(20_000)
  })

  test('without a reason, without a step, or of another member nothing happens, and the form says why', async () => {
    await useCredit()
    const [use] = await movesOf()
    const said = async (fields: Record<string, string>) => {
      const answer = await irena.post(`${member}/credit/undoing`, fields)
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await said({ movement: String(use?.id), why: ' ' })).toContain('Please give the reason.')
    expect(await said({ movement: 'x', why: 'y' })).toContain('Please choose what is to be taken back.')
    await issue(town, { slug: 'fr-lyon', seq: 2, cents: 100 })
    const other = '/payments/members/fr-lyon/credit/undoing'
    expect((await irena.post(other, { movement: String(use?.id), why: 'y' })).status).toBe(422)
    const carsten = await town.as('carsten-mittelweg')
    expect((await carsten.post(`${member}/credit/undoing`, { movement: String(use?.id), why: 'y' })).status).toBe(404)
    expect(await creditOf()).toBe(0)
  })

  test('for an invoice that a credit note took back stays: nobody owes it any more', async () => {
    await useCredit()
    const [use] = await movesOf()
    const invoice = await asOwner<{ id: number }>(town, `select id from invoice where number = '2026-0001'`)
    await credit(town, invoice[0]?.id ?? 0, '2026-02-01')
    expect((await takeBack(irena, use?.id)).status).toBe(422)
    expect(await openOf(town)).toMatchObject({ '2026-0001': 0 })
    const forged = `insert into settlement (organisation_id, from_credit, into_what, invoice_id, cents, settled_on, note, undoes_id, made_by)
      select organisation_id, true, 'invoice', invoice_id, -cents, settled_on, 'x', id, made_by from settlement where id = ${use?.id}`
    await expect(asOwner(town, forged)).rejects.toThrow('stays covered')
  })
})

describe('a payment that the bank took back', () => {
  test('after its credit was used: both invoices are open, as it was told before', async () => {
    await useCredit(20_000)
    await bringEntries(irena, [returned])
    const [id, reversal] = await entryIds(town)
    const page = await irena.page(`/payments/entries/${reversal}`)
    expect(page).toContain('Invoice 2025-0001 is open again, by €1,000.00.')
    expect(page).toContain('invoice 2026-0001, against which it was set, is open again by €200.00.')
    expect((await giveBack(reversal, id)).status).toBe(303)
    expect([await openOf(town), await creditOf()]).toEqual([{ '2025-0001': 100_000, '2026-0001': 20_000 }, 0])
    expect([await closingOf(2025), await closingOf(2026)]).toEqual([100_000, 120_000])
    expect(await irena.page(member)).toContain('the bank returned a payment')
    expect(await irena.page(`/payments/entries/${reversal}`)).toContain('Returned by the bank')
  })

  test('leaves what other money paid of the same invoice', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [paid, { ...paid, amount: '300.00', text: '2025-0001', day: '2025-12-22' }])
    const [id, second] = await entryIds(town)
    await irena.post(`/payments/entries/${second}/settlement`, { parts: `${graz}:-:30000`, reasons: '' })
    await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 50_000 })
    await irena.post(`${member}/credit`)
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 0 })
    await bringEntries(irena, [returned])
    const reversal = (await entryIds(town)).at(-1)
    expect((await giveBack(reversal, id)).status).toBe(303)
    expect([await openOf(town), await creditOf()]).toEqual([{ '2025-0001': 100_000, '2026-0001': 20_000 }, 0])
  })

  test('whose credit went back to the member is not entered, and it is said what to do', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [paid])
    await irena.post(`${member}/refund`, { amount: '200', day: '2025-12-22' })
    await bringEntries(irena, [returned])
    const [id, reversal] = await entryIds(town)
    expect(await irena.page(`/payments/entries/${reversal}`)).toContain('€200.00 was paid back to the member')
    const answer = await giveBack(reversal, id)
    expect(answer.headers.get('location')).toBe(`/payments/entries/${reversal}`)
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    const [refund] = await movesOf()
    await takeBack(irena, refund?.id, 'Never left the bank')
    expect((await giveBack(reversal, id)).headers.get('location')).toBe('/payments/entries')
    expect([await openOf(town), await creditOf()]).toEqual([{ '2025-0001': 100_000 }, 0])
  })

  test('is not entered on a page that showed something else: credit was used in between', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bringEntries(irena, [paid, returned])
    const [id, reversal] = await entryIds(town)
    const seen = /name="seen" value="([^"]*)"/.exec(await irena.page(`/payments/entries/${reversal}`))?.[1] ?? 'none'
    await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 50_000 })
    await theo.post(`${member}/credit`)
    await irena.post(`/payments/entries/${reversal}/return`, { entry: String(id), seen })
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 30_000 })
    expect((await giveBack(reversal, id)).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 100_000, '2026-0001': 50_000 })
  })

  test('for an invoice that a credit note took back: what that credit paid is open again, the invoice itself is not', async () => {
    const invoice = await issue(town, { slug: 'at-graz', seq: 1, cents: 120_000 })
    await bringEntries(irena, [paid])
    await credit(town, invoice, '2025-12-22')
    await issue(town, { slug: 'at-graz', seq: 1, year: 2026, cents: 120_000 })
    await irena.post(`${member}/credit`)
    const [settled] = await asOwner<{ id: number }>(town, 'select id from settlement where entry_id is not null')
    const undone = await irena.post(`/payments/settlements/${settled?.id}/undoing`)
    expect(undone.headers.get('location')).toBe('/payments/entries')
    await bringEntries(irena, [returned])
    const [id, reversal] = await entryIds(town)
    expect((await giveBack(reversal, id)).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 0, '2026-0001': 120_000 })
  })

  test('in a table without a mark is told by hand; in one with a mark it waits to be clarified', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    const rows = '20.12.2025;Stadt Graz;2025-0001;1.000,00;Gutschrift\n30.12.2025;Stadt Graz;2025-0001;-1.000,00;'
    await bring(irena, `Buchungstag;Name;Verwendungszweck;Betrag;Umsatzart\n${rows}Entgelt\n`, 'a.csv')
    const [id, out] = await entryIds(town)
    expect(await irena.page(`/payments/entries/${out}`)).toContain('Was it a return?')
    expect((await giveBack(out, id)).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 100_000 })
    expect(await irena.page(`/payments/entries/${out}`)).not.toContain('Was it a return?')
    const more = '31.12.2025;Stadt Graz;2025-0001;-7,00;'
    const file = await bring(irena, `Buchungstag;Name;Verwendungszweck;Betrag;Umsatzart\n${more}Rückbuchung\n`, 'b.csv')
    expect(await irena.page(file.headers.get('location') ?? '')).toContain('Reversal to clarify')
  })
})

test('of credit no more is freed than is missing, the last use first, and what is missing for good is told', () => {
  const cents = fc.integer({ min: 1, max: 1000 })
  const given = fc.record({ uses: fc.array(cents, { maxLength: 6 }), needed: cents, credit: fc.nat(500) })
  fc.assert(
    fc.property(given, ({ uses, needed, credit: creditCents }) => {
      const all = uses.map((one, id) => ({
        ...{ id, organisationId: 1, invoiceId: id, number: '', cents: one, settledOn: '2025-01-01' },
      }))
      const { freed, missingCents } = planCredit([{ organisationId: 1, neededCents: needed, creditCents }], all)
      const won = freed.reduce((sum, one) => sum + one.cents - one.againCents, 0)
      expect(won + missingCents).toBe(Math.max(0, needed - creditCents))
      expect(missingCents > 0).toBe(needed > creditCents + uses.reduce((sum, one) => sum + one, 0))
      expect(freed.map(({ id }) => id)).toEqual(all.slice(0, freed.length).map(({ id }) => id))
      expect(freed.every((one) => one.againCents >= 0 && one.againCents < one.cents)).toBe(true)
    }),
  )
})
