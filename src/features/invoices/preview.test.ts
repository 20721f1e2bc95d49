// The preview as a calculation: sums of lines, of countries, of classes and of shares agree, whatever the members.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeeScale } from '../fees/public.ts'
import type { ChargeableMember } from '../memberships/public.ts'
import { billing } from './fixtures.ts'
import { bracketKey, type Charged, previewOf, sumsBy, totalsOf } from './preview.ts'

const scale: FeeScale = {
  ...{ id: 1, forumId: null, year: 2026, firstYear: 'half-from-july', illustrative: false },
  shares: [{ forumId: 7, rate: 3333 }],
  brackets: (['municipality', 'association', 'region'] as const).flatMap((memberKind) => [
    {
      memberKind,
      from: 1,
      to: 9_999,
      basis: 'flat',
      flatCents: 50_001,
      perThousandCents: null,
      minimumCents: null,
      maximumCents: null,
    },
    {
      memberKind,
      from: 10_000,
      to: null,
      basis: 'per-head',
      flatCents: null,
      perThousandCents: 4711,
      minimumCents: 60_000,
      maximumCents: 900_000,
    },
  ]),
}
const person = fc.record({
  kind: fc.constantFrom('municipality', 'association', 'region'),
  country: fc.constantFrom('DE', 'FR', 'AT'),
  population: fc.option(fc.integer({ min: 1, max: 5_000_000 })),
  beginsOn: fc.constantFrom('2010-01-01', '2026-03-01', '2026-07-01'),
  inForum: fc.boolean(),
  hasAddress: fc.boolean(),
})
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never

const memberOf = (one: Person, index: number): ChargeableMember => ({
  ...{
    organisationId: index + 1,
    slug: `m-${index}`,
    name: `M ${index}`,
    lang: 'de',
    endsOn: null,
    populationYear: 2024,
  },
  ...{
    populationSource: '',
    kind: one.kind as 'region',
    country: one.country,
    population: one.population,
    beginsOn: one.beginsOn,
  },
  forums: one.inForum ? [{ id: 7, slug: 'f' }] : [],
})
const materialOf = (people: readonly Person[], charged: readonly Charged[] = []) => {
  const members = people.map(memberOf)
  const addresses = members
    .filter((_, index) => people[index]?.hasAddress)
    .map(({ organisationId }) => billing(organisationId))
  const billings = new Map(addresses.map((one) => [one.organisationId, one]))
  return { year: 2026, scale, members, billings, thisYear: charged, lastYear: [] }
}

const anybody: Person = {
  ...{
    kind: 'municipality',
    country: 'DE',
    population: 5000,
    beginsOn: '2010-01-01',
    inForum: false,
    hasAddress: true,
  },
}
const chargedAs = (cents: number): Charged => ({
  ...{ id: 9, number: '1', organisationId: 1, slug: 'm-0', name: 'M 0', country: 'DE', takenBack: false },
  basis: {
    ...{ kind: 'municipality', population: 5000, populationYear: null, populationSource: '', from: 1, to: null },
    ...{ steps: [], cents },
  },
})

test('every member stands in one line, and all sums are the sum of the lines', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 40 }), (people) => {
      const lines = previewOf(materialOf(people))
      expect(lines.map(({ organisationId }) => organisationId)).toEqual(people.map((_, index) => index + 1))
      const sum = lines.reduce((all, { cents }) => all + (cents ?? 0), 0)
      for (const by of [sumsBy(lines, ({ country }) => country), sumsBy(lines, bracketKey)])
        expect(by.reduce((all, { cents }) => all + cents, 0)).toBe(sum)
      for (const { state, missing } of lines) expect(state === 'missing').toBe(missing.length > 0)
      const ready = lines.filter(({ state }) => state === 'ready')
      expect(totalsOf(lines)).toEqual({
        count: ready.length,
        cents: ready.reduce((all, { cents }) => all + (cents ?? 0), 0),
      })
    }),
  )
})

test('what is passed on and what stays is the fee, to the cent', () => {
  fc.assert(
    fc.property(person, (one) => {
      const [line] = previewOf(materialOf([one]))
      const fee = line?.fee
      if (!fee) return
      const passedOn = fee.shares.reduce((all, { cents }) => all + cents, 0)
      expect(passedOn).toBe(one.inForum ? Math.floor((fee.cents * 3333 + 5000) / 10_000) : 0)
      expect(fee.cents - passedOn).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('who was charged is not charged again, and who was taken back waits for the office', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 10 }), fc.boolean(), (people, takenBack) => {
      const before = previewOf(materialOf(people))
      const charged = before.flatMap((line): Charged[] =>
        line.state !== 'ready' || line.fee === null
          ? []
          : [
              {
                ...{
                  id: line.organisationId,
                  number: '1',
                  organisationId: line.organisationId,
                  slug: line.slug,
                  name: line.name,
                },
                ...{ country: line.country, takenBack },
                basis: {
                  kind: 'municipality',
                  population: 1,
                  populationYear: null,
                  populationSource: '',
                  from: 1,
                  to: null,
                  steps: [],
                  cents: line.fee.cents,
                },
              },
            ],
      )
      const after = previewOf(materialOf(people, charged))
      expect(totalsOf(after)).toEqual({ count: 0, cents: 0 })
      const states = after.filter(({ invoice }) => invoice !== null).map(({ state }) => state)
      expect(new Set(states)).toEqual(new Set(charged.length === 0 ? [] : [takenBack ? 'taken-back' : 'made']))
    }),
  )
})

test('an invoice that was made before its member left is still shown, and counted', () => {
  const [line] = previewOf(materialOf([anybody]))
  const invoice = chargedAs(line?.cents ?? 0)
  const [left, ...others] = previewOf({ ...materialOf([], [invoice]), lastYear: [{ ...invoice, id: 1, number: '0' }] })
  expect(others).toEqual([])
  expect(left).toMatchObject({ state: 'made', cents: line?.cents, lastCents: line?.cents, invoice: { number: '1' } })
  expect(left?.reasons).toEqual(['ended'])
  expect(previewOf(materialOf([], [invoice])).map(({ state }) => state)).toEqual(['made'])
  expect(previewOf({ ...materialOf([]), lastYear: [invoice] })).toMatchObject([{ state: 'ended', invoice: null }])
})
