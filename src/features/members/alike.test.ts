// Who is proposed as a city like this one, and why.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike } from './alike.ts'
import type { Member } from './member.ts'

let id = 0
const member = (slug: string, facts: Partial<Member>): Member => ({
  id: ++id,
  slug,
  name: slug,
  names: {},
  localName: slug,
  kind: 'municipality',
  country: 'XX',
  population: null,
  populationYear: null,
  latitude: null,
  longitude: null,
  languages: [],
  forumIds: [],
  concepts: [],
  ...facts,
})

const graz = member('graz', { country: 'AT', population: 298_000, languages: ['de'], concepts: ['youth', 'mediation'] })
const mannheim = member('mannheim', { country: 'DE', population: 315_000, languages: ['de'], concepts: ['mediation'] })
const porto = member('porto', {
  country: 'PT',
  population: 232_000,
  languages: ['pt'],
  concepts: ['youth', 'mediation'],
})
const krakow = member('krakow', { country: 'PL', population: 804_000, languages: ['pl'] })
const vienna = member('vienna', { country: 'AT', population: 1_980_000, languages: ['de'] })
const leoben = member('leoben', { country: 'AT', population: null, languages: ['de'], concepts: ['youth'] })
const all = [graz, mannheim, porto, krakow, vienna, leoben]

describe('cities like this one', () => {
  it('never propose the city itself', () => {
    expect(alike(graz, all, 9).map(({ member }) => member.slug)).not.toContain('graz')
  })

  it('put shared work and size before the country', () => {
    expect(alike(graz, all, 9).map(({ member }) => member.slug)).toEqual(['mannheim', 'porto', 'leoben'])
  })

  it('say every reason', () => {
    expect(alike(graz, [mannheim], 1)[0]?.reasons).toEqual([
      { kind: 'size', population: 315_000 },
      { kind: 'concepts', concepts: ['mediation'] },
      { kind: 'language', language: 'de' },
    ])
  })

  it('leave out Vienna, which shares nothing with Graz but the country', () => {
    expect(alike(graz, [vienna], 9)).toEqual([])
  })

  it('say nothing about size where a number is missing', () => {
    expect(alike(graz, [leoben], 1)[0]?.reasons.map(({ kind }) => kind)).toEqual(['concepts', 'country'])
  })

  it('stand in the same order whatever order they come in', () => {
    expect(alike(graz, all.toReversed(), 9)).toEqual(alike(graz, all, 9))
  })

  it('are the best of all, however many are asked for', () => {
    const some = (from: readonly string[]) => fc.subarray([...from])
    const anybody = fc
      .record({
        country: fc.constantFrom('AT', 'DE', 'PT'),
        population: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
        languages: some(['de', 'pt', 'pl']),
        concepts: some(['youth', 'mediation', 'traffic', 'lighting']),
      })
      .map((facts) => member(`m${id}`, facts))
    fc.assert(
      fc.property(anybody, fc.array(anybody, { maxLength: 40 }), fc.nat(12), (to, others, most) => {
        const whole = alike(to, others, others.length)
        expect(alike(to, others.toReversed(), most)).toEqual(whole.slice(0, most))
        for (const { reasons } of whole)
          expect(reasons.length >= 2 || reasons.some(({ kind }) => kind === 'concepts')).toBe(true)
        // Whoever shares work with it is never left out.
        const shares = others.filter((one) => one.concepts.some((concept) => to.concepts.includes(concept)))
        expect(whole.map(({ member }) => member.id)).toEqual(expect.arrayContaining(shares.map((one) => one.id)))
      }),
    )
  })
})
