// A statement of an account that is not the issuer's, lists beyond their last page, and entries that are alike.
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { camtOf, type Written } from './camt-of.ts'
import { asOwner, bring, bringEntries, clearAll, entryIds, issue, openOf } from './fixtures.ts'

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

describe('a statement of another account', () => {
  const other = 'DE75512108001245126199'
  const paid = { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001', number: 'C1' }
  const send = (content: string, accounts?: string, name = 'a.xml') =>
    irena.post('/payments/statements', {
      file: new File([content], name),
      ...(accounts === undefined ? {} : { accounts }),
    })

  test('than the one on the invoices pays nothing: both are named, and whoever owns it says so once', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    const answer = await send(camtOf([paid], '1', other))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect([page.includes('FR7630006000011234567890189'), page.includes(`value="${other}"`)]).toEqual([true, true])
    expect([await openOf(town), await entryIds(town)]).toEqual([{ '2025-0001': 100_000 }, []])
    expect((await send(camtOf([paid], '1', other), 'DE89370400440532013000')).status).toBe(422)
    expect((await send(camtOf([paid], '1', other), other)).status).toBe(303)
    expect(await openOf(town)).toEqual({ '2025-0001': 0 })
    expect((await send(camtOf([{ ...paid, number: 'C2' }], '2', other))).status).toBe(303)
  })

  test('is noticed in a table too, above it or in a column, also where its columns must be told first', async () => {
    const line = '03.03.2025;Stadt Graz;2025-0001;1.000,00'
    const above = `"Konto";"DE75 5121 0800 1245 1261 99"\n\nBuchungstag;Name;Verwendungszweck;Betrag\n${line}\n`
    const column = `Auftragskonto;Buchungstag;Name;Verwendungszweck;Betrag\n${other};${line}\n`
    for (const table of [above, column]) expect((await send(table, undefined, 'a.csv')).status).toBe(422)
    const unknown = `Konto: ${other};;;\n\nK1;K2;K3;K4\n${line}\n`
    const path = (await send(unknown, undefined, 'b.csv')).headers.get('location') ?? ''
    const columns = { date: '0', name: '1', text: '2', amount: '3' }
    const asked = await irena.post(path, columns)
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining(`value="${other}"`)])
    expect(await entryIds(town)).toEqual([])
    expect((await irena.post(path, { ...columns, accounts: other })).status).toBe(303)
    expect(await entryIds(town)).toHaveLength(1)
  })

  test('is the network’s own for no forum, nor the forum’s for the network', async () => {
    const carsten = await town.as('carsten-mittelweg')
    expect((await bring(carsten, camtOf([paid]))).status).toBe(422)
    expect((await bring(carsten, camtOf([paid], '1', 'DE89370400440532013000'))).status).toBe(303)
    expect((await send(camtOf([paid], '2', 'DE89370400440532013000'))).status).toBe(422)
  })
})

test('beyond the last page of a list stands the last one', async () => {
  const entries = Array.from({ length: 60 }, (_, at) => ({ amount: `${at + 1}.00`, name: 'X', text: 'Y' }))
  const file = (await bringEntries(irena, entries)).headers.get('location') ?? ''
  const asked = async (path: string) => (await irena.get(path)).headers.get('location')
  expect(await asked('/payments/entries?page=99')).toBe('/payments/entries?page=3')
  expect(await asked('/payments/entries?page=5000')).toBe('/payments/entries?page=3')
  expect(await asked(`${file}?page=9`)).toBe(`${file}?page=2`)
  expect(await asked('/payments/open-items?page=2')).toBe('/payments/open-items')
  expect((await irena.get('/payments/entries?page=3')).status).toBe(200)
})

describe('entries that are alike and have no number', () => {
  const alike = { amount: '100.00', name: 'STADT GRAZ', text: '2025-0001' }
  const counted = () => asOwner<{ cents: number }>(town, 'select sum(cents)::int as cents from bank_entry')

  test('count each in one file, as CAMT and as a table, and once more in no other', async () => {
    await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000 })
    await bring(irena, camtOf([alike, alike]))
    expect([await openOf(town), await counted()]).toEqual([{ '2025-0001': 80_000 }, [{ cents: 20_000 }]])
    await bring(irena, camtOf([alike, alike, alike], 'later'))
    expect([await openOf(town), await counted()]).toEqual([{ '2025-0001': 80_000 }, [{ cents: 30_000 }]])
    expect(await irena.page('/payments/entries'), 'a person looks').toContain('may stand in another file already')
    await clearAll(town)
    const line = '03.03.2025;Stadt Graz;2025-0001;100,00\n'
    await bring(irena, `Buchungstag;Name;Verwendungszweck;Betrag\n${line}${line}`, 'a.csv')
    expect(await counted()).toEqual([{ cents: 20_000 }])
  })

  test('whatever days the files of an account span, and however they overlap, every movement counts once', async () => {
    const movement = fc.record({ day: fc.integer({ min: 1, max: 5 }), euro: fc.integer({ min: 1, max: 2 }) })
    const span = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    const account = fc.tuple(fc.array(movement, { minLength: 2, maxLength: 8 }), fc.array(span, { maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(account, async ([movements, spans]) => {
        await clearAll(town)
        const sorted = movements.toSorted((one, two) => one.day - two.day)
        for (const [at, [from, to]] of [...spans, [1, 5] as const].entries()) {
          const within = sorted.filter(({ day }) => day >= Math.min(from, to) && day <= Math.max(from, to))
          const written = within.map(
            ({ day, euro }): Written => ({ amount: `${euro}.00`, day: `2025-03-0${day}`, name: 'A', text: 'Fee' }),
          )
          if (written.length > 0) await bring(irena, camtOf(written, `file ${at}`))
        }
        expect(await counted()).toEqual([{ cents: movements.reduce((sum, { euro }) => sum + euro * 100, 0) }])
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
