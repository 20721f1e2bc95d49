// A run that is cut off at any step, and repeated, makes the same set of invoices: each once, numbered without a gap.
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isSignedIn, type SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { openTown } from '../../../testing/app.ts'
import { pastTriggers } from '../../../testing/as-owner.ts'
import { runFees } from './actions/run-fees.ts'
import { listRows, openBooks, type Row } from './fixtures.ts'

const town = await openTown()
let irena: SignedIn
let personId: number
let whole: readonly Omit<Row, 'id'>[]
const seen = { year: 2026, count: 4, cents: 400_000 }

class Crash extends Error {}

/** As the officer, in one transaction; the statement with this number never comes to be sent. */
const failingAt =
  (step: number, count: { steps: number }): AsPerson =>
  (work) =>
    town.database.write({ personId }, (db) =>
      work(
        db.withPlugin({
          transformQuery: ({ node }) => {
            if (count.steps === step) throw new Crash()
            count.steps += 1
            return node
          },
          transformResult: async ({ result }) => result,
        }) as Db,
      ),
    )
const never = Number.POSITIVE_INFINITY

/** True: it came to its end. */
async function press(step: number): Promise<boolean> {
  const count = { steps: 0 }
  try {
    return (await runFees(failingAt(step, count), irena, seen, town.now)).done
  } catch (error) {
    if (error instanceof Crash) return false
    throw error
  }
}
const madeNow = async () => (await listRows(town)).map(({ id: _, ...row }) => row)
const empty = () => pastTriggers(town, 'truncate invoice_share, invoice, fee_run, fee_year_invoiced cascade')

beforeAll(async () => {
  await openBooks(town)
  personId = await town.personId('irena-halvorsdottir-blau')
  irena = await town.database.read({ personId }, async (_, viewer) => {
    if (!isSignedIn(viewer)) throw new Error('Nobody there')
    return viewer
  })
  await press(never)
  whole = await madeNow()
})
beforeEach(empty)

test('it fails at every step, leaves nothing behind, and the next press makes all', async () => {
  expect(whole.map(({ number }) => number)).toEqual(['2026-0001', '2026-0002', '2026-0003', '2026-0004'])
  const count = { steps: 0 }
  await runFees(failingAt(never, count), irena, seen, town.now)
  expect(count.steps).toBeGreaterThan(8)
  for (let step = 0; step < count.steps; step += 1) {
    await empty()
    expect(await press(step), `step ${step}`).toBe(false)
    expect(await madeNow(), `after step ${step}`).toEqual([])
    expect(await press(never)).toBe(true)
    expect(await madeNow(), `repeated after step ${step}`).toEqual(whole)
  }
})

test('whatever crashes, however often, two at a time: the set is the same', async () => {
  const attempt = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 4 }), async (rounds) => {
      await empty()
      for (const together of rounds) {
        await Promise.all(together.map(press))
        const made = await madeNow()
        expect([[], whole]).toContainEqual(made)
      }
      await press(never)
      expect(await madeNow()).toEqual(whole)
    }),
    { numRuns: 12 },
  )
})

test('the answer that got lost after the commit changes nothing when the button is pressed again', async () => {
  expect(await press(never)).toBe(true)
  expect(await press(never)).toBe(false)
  expect(await madeNow()).toEqual(whole)
})
