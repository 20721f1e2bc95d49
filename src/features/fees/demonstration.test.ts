// The demonstration's scales: known fees come out to the cent, and what is invented says so.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { listChargeable } from '../memberships/public.ts'
import { faultsOf } from './faults.ts'
import { feeFor } from './fee.ts'
import { findApprovedScale, findLatestScale } from './public.ts'
import { listScales } from './store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const asVisitor = <Value>(work: Parameters<typeof town.database.read<Value>>[1]): Promise<Value> =>
  town.database.read({ visitor: true }, work)

test('Kaiserslautern pays exactly 4,553.00 euro in 2025, half of it for the German forum', async () => {
  const { fee, forum } = await asVisitor(async (db) => {
    const scale = await findApprovedScale(db, null, 2025)
    const member = (await listChargeable(db, null, 2025)).find(({ slug }) => slug === 'de-kaiserslautern')
    if (scale === undefined || member === undefined) throw new Error('not there')
    return { fee: feeFor(scale, member), forum: member.forums[0]?.id }
  })
  expect(fee).toMatchObject({ cents: 455_300, shares: [{ forumId: forum, cents: 227_650 }] })
  expect(fee).toHaveProperty('bracket.source', expect.stringContaining('rheinpfalz'))
})

test('Stuttgart paid 2,755.00 euro for the second half of 2008, and the ends of 2010 are as published', async () => {
  const cents = await asVisitor(async (db) => {
    const feeIn = async (year: number, population: number, beginsOn: string) => {
      const scale = await findApprovedScale(db, null, year)
      const fee = scale && feeFor(scale, { kind: 'municipality', population, beginsOn, forums: [] })
      return typeof fee === 'object' ? fee.cents : fee
    }
    return [
      await feeIn(2008, 600_000, '2008-07-01'),
      await feeIn(2008, 600_000, '2008-01-01'),
      await feeIn(2010, 10_000, '2008-07-01'),
      await feeIn(2010, 500_000, '2008-07-01'),
      await feeIn(2010, 3_000_000, '2008-07-01'),
    ]
  })
  expect(cents).toEqual([275_500, 551_000, 53_000, 637_500, 637_500])
})

test('every scale of the demonstration is without faults and marked as illustrative', async () => {
  const scales = await listScales(town.database.system)
  expect(scales.length).toBeGreaterThanOrEqual(7)
  for (const scale of scales) {
    expect(faultsOf(scale.brackets), `${scale.forumId} ${scale.year}`).toEqual([])
    expect(scale.illustrative).toBe(true)
  }
})

test('a scale says on its page what was published and what is invented', async () => {
  const id = await fill(town, 'select id from fee_scale where forum_id is null and year = 2025')
  const page = await town.visitor.page(`/fees/${id}`)
  expect(page).toContain('This scale is for demonstration')
  expect(page).toContain('published: rheinpfalz.de')
  expect(page.match(/invented for the demonstration/g)?.length).toBe(9)
})

test('the latest scale answers for a year that has none yet, and nobody finds a draft by it', async () => {
  const years = await asVisitor((db) =>
    Promise.all([findLatestScale(db, null, 2027), findLatestScale(db, null, 2012), findApprovedScale(db, null, 2027)]),
  )
  expect(years.map((scale) => scale?.year)).toEqual([2026, 2010, undefined])
})
