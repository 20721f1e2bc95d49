// The simulation: sums, winners and losers, and that it stays quick for ten thousand members.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import type { ChargeableMember } from '../memberships/public.ts'
import type { Bracket, FeeScale } from './fee.ts'
import { differenceOf, simulate } from './simulation.ts'

const flat = (from: number, to: number | null, flatCents: number): Bracket => ({
  ...{ memberKind: 'municipality', from, to, basis: 'flat', flatCents },
  ...{ perThousandCents: null, minimumCents: null, maximumCents: null },
})
const scaleOf = (year: number, brackets: readonly Bracket[], more: Partial<FeeScale> = {}): FeeScale => ({
  ...{ id: 1, forumId: null, year, brackets, firstYear: 'half-from-july', shares: [], illustrative: false },
  ...more,
})
const member = (slug: string, population: number | null, more: Partial<ChargeableMember> = {}): ChargeableMember => ({
  ...{ organisationId: 1, slug, name: slug, kind: 'municipality', country: 'DE', lang: 'de', population },
  ...{ populationYear: 2024, populationSource: '', beginsOn: '2020-01-01', endsOn: null, forums: [] },
  ...more,
})
const before = scaleOf(2026, [flat(1, 1000, 10_000), flat(1001, null, 20_000)])
const after = scaleOf(2027, [flat(1, 2000, 12_000), flat(2001, 9000, 20_000), flat(9001, null, 50_000)])

test('who pays more and who less, the largest difference first', () => {
  const members = [member('small', 500), member('middle', 1500), member('same', 5000), member('large', 10_000)]
  const { losers, winners, unchanged, total, byBracket } = simulate(members, before, after)
  expect(losers.map((line) => [line.member.slug, differenceOf(line)])).toEqual([
    ['large', 30_000],
    ['small', 2000],
  ])
  expect(winners.map((line) => [line.member.slug, differenceOf(line)])).toEqual([['middle', -8000]])
  expect(unchanged).toBe(1)
  expect(total).toEqual({ members: 4, before: 70_000, after: 94_000 })
  expect(byBracket.map(({ members: count, before: old, after: fresh }) => [count, old, fresh])).toEqual([
    [2, 30_000, 24_000],
    [1, 20_000, 20_000],
    [1, 20_000, 50_000],
  ])
})

test('whoever begins in mid-year is compared by half a year on both sides', () => {
  const [line] = simulate([member('new', 500, { beginsOn: '2027-07-01' })], before, after).lines
  expect([line?.before, line?.after]).toEqual([5000, 6000])
})

test('who has no bracket or no number of inhabitants is named, and counted in no sum', () => {
  const members = [member('unknown', null), member('a-region', 5000, { kind: 'region' }), member('small', 500)]
  const { unplaced, total, losers } = simulate(members, before, after)
  expect(unplaced.map((line) => [line.member.slug, line.unplaced])).toEqual([
    ['unknown', 'no-population'],
    ['a-region', 'no-bracket'],
  ])
  expect(total.after).toBe(12_000)
  expect(losers).toHaveLength(1)
})

test('countries, and what is passed on to forums, add up to the whole', () => {
  const shared = { ...after, shares: [{ forumId: 3, rate: 5000 }] }
  const members = [member('one', 500, { forums: [{ id: 3, slug: 'x' }] }), member('two', 500, { country: 'FR' })]
  const { byCountry, passedAfter, passedBefore } = simulate(members, before, shared)
  expect(byCountry.map(({ key, after: sum }) => [key, sum])).toEqual([
    ['DE', 12_000],
    ['FR', 12_000],
  ])
  expect([passedBefore, passedAfter]).toEqual([0, 6000])
})

let town: Town
let irena: Visitor
let draft: number
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  draft = await fill(town, `select id from fee_scale where forum_id is null and state = 'draft'`)
})

test('the page of the demonstration’s draft shows sums, picture, table, and who pays how much more', async () => {
  const page = await irena.page(`/fees/${draft}/simulation`)
  for (const words of ['sum so far', 'new sum', 'By bracket', 'By country', 'members pay more', 'left for the network'])
    expect(page).toContain(words)
  expect(page).toContain('compared with the scale of 2026')
  expect(page).toMatch(/<svg class="chart-bar/)
})

test('the file holds a line for each member, whose differences add up to the figure on the page', async () => {
  const answer = await irena.get(`/fees/${draft}/simulation.csv`)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const lines = (await answer.text()).trim().split('\r\n').slice(1)
  const page = await irena.page(`/fees/${draft}/simulation`)
  const shown = /<strong>\+?(-?)€([\d,.]+)<\/strong> <span>difference/.exec(page)
  const sum = lines.reduce((total, line) => total + Number(line.split(',').at(-3)), 0)
  expect(sum.toFixed(2)).toBe(`${shown?.[1]}${shown?.[2]?.replaceAll(',', '')}`)
  expect(lines.length).toBeGreaterThan(150)
})

test('10,000 members are simulated in less than two seconds, page and file', async () => {
  const statements = [
    'alter table membership disable trigger settle',
    'alter table population_figure disable trigger settle',
    `insert into organisation (slug, name, kind, country, active)
       select 'town-' || n, 'Town ' || n, 'municipality', (array['DE', 'FR', 'ES', 'PL'])[n % 4 + 1], true from generate_series(1, 10000) n`,
    `insert into membership (organisation_id, begins_on, ground)
       select id, '2020-01-01', 'register' from organisation where slug like 'town-%'`,
    `insert into population_figure (organisation_id, population, as_of, source)
       select id, 1000 + id * 37, '2024-12-31', 'test' from organisation where slug like 'town-%'`,
    'analyze',
  ]
  for (const sql of statements) await fill(town, sql)
  for (const end of ['', '.csv']) {
    const took: number[] = []
    // The best of three: other work on the machine is not what is measured.
    for (let round = 0; round < 3; round++) {
      const begun = performance.now()
      const answer = await irena.get(`/fees/${draft}/simulation${end}`)
      expect((await answer.text()).length).toBeGreaterThan(10_000)
      took.push(Math.round(performance.now() - begun))
    }
    console.info(`simulation${end} of 10,000 members, milliseconds: ${took.join(', ')}`)
    expect(Math.min(...took)).toBeLessThan(2000)
  }
}, 120_000)
