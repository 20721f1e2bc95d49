// The ranking, as it is promised in README.md: by examples, and by what holds for whatever there is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, chooseWhom, type Evidence, most, mostLately } from './choose-whom.ts'

const asking = { id: 7, lang: 'de' }
const practice: Evidence = { source: 'practices', weight: 3, own: true, contributionId: 1, share: 1 }
const inCity: Evidence = { ...practice, own: false }
const profile: Evidence = { source: 'profile', weight: 1, own: true, contributionId: undefined, share: 1 }

let number = 0
const somebody = (more: Partial<Candidate> = {}): Candidate => {
  number += 1
  return {
    ...{ personId: number, organisationId: number, country: 'AT', languages: ['de'], askedLately: 0 },
    evidence: [practice],
    ...more,
  }
}
const ids = (chosen: readonly Candidate[]): number[] => chosen.map(({ personId }) => personId)

describe('by examples', () => {
  test('who ran it comes before whose city ran it, and both before who says that they know', () => {
    const says = somebody({ country: 'FR', evidence: [profile] })
    const city = somebody({ country: 'IT', evidence: [inCity] })
    const ran = somebody({ country: 'ES' })
    expect(ids(chooseWhom(asking, [says, city, ran]))).toEqual(ids([ran, city, says]))
  })

  test('who reads the language is asked, and others only where there are fewer than three', () => {
    const german = [somebody({ country: 'DE' }), somebody({ country: 'CH' }), somebody({ country: 'LU' })]
    const polish = somebody({ country: 'PL', languages: ['pl'], evidence: [practice, practice, profile] })
    expect(chooseWhom(asking, [polish, ...german])).not.toContain(polish)
    expect(chooseWhom(asking, [polish, ...german.slice(1)])).toContain(polish)
  })

  test('ten practices of one city do not count ten times', () => {
    const many = somebody({ evidence: Array.from({ length: 10 }, () => practice) })
    const both = somebody({
      evidence: [practice, practice, { ...practice, source: 'adoptions' }, { ...practice, source: 'answers' }],
    })
    expect(ids(chooseWhom(asking, [many, both]))).toEqual(ids([both, many]))
  })

  test('who was asked twice this month comes after who was not, though both ran it', () => {
    const tired = somebody({ askedLately: 2 })
    const fresh = somebody()
    expect(ids(chooseWhom(asking, [tired, fresh]))).toEqual(ids([fresh, tired]))
  })

  test('of one country no more than two, while there are three to ask at all', () => {
    const austrians = Array.from({ length: 8 }, () => somebody())
    const others = ['DE', 'CH', 'LU'].map((country) => somebody({ country, evidence: [profile] }))
    const chosen = chooseWhom(asking, [...austrians, ...others])
    expect(chosen.filter(({ country }) => country === 'AT')).toHaveLength(2)
    expect(chosen).toHaveLength(5)
  })

  test('in a national forum, where all are of one country, three are asked', () => {
    expect(
      chooseWhom(
        asking,
        Array.from({ length: 8 }, () => somebody()),
      ),
    ).toHaveLength(3)
  })
})

const evidence: fc.Arbitrary<Evidence> = fc.record({
  source: fc.constantFrom('practices', 'adoptions', 'answers', 'profile'),
  weight: fc.double({ min: 1, max: 3, noNaN: true }),
  own: fc.boolean(),
  contributionId: fc.option(fc.nat(50), { nil: undefined }),
  share: fc.double({ min: 0.1, max: 1, noNaN: true }),
})
const crowd = fc
  .array(
    fc.record({
      organisationId: fc.integer({ min: 1, max: 15 }),
      country: fc.constantFrom('AT', 'DE', 'FR', 'PL', 'PT'),
      languages: fc.uniqueArray(fc.constantFrom('de', 'en', 'fr', 'pl'), { minLength: 1 }),
      askedLately: fc.nat(6),
      evidence: fc.array(evidence, { maxLength: 5 }),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((one, index): Candidate => ({ ...one, personId: index + 1 })))
const question = fc.record({ id: fc.integer({ min: 1, max: 1_000_000 }), lang: fc.constantFrom('de', 'fr', 'pl') })

describe('whatever there is', () => {
  const holds = (says: (chosen: readonly Candidate[], all: readonly Candidate[], lang: string) => void) =>
    fc.assert(
      fc.property(question, crowd, (asked, all) => {
        says(chooseWhom(asked, all), all, asked.lang)
      }),
      { numRuns: 400 },
    )

  test('nobody is asked without a reason, nobody too often, nobody twice, and never two of one city', () => {
    holds((chosen) => {
      expect(chosen.length).toBeLessThanOrEqual(most)
      for (const one of chosen) {
        expect(one.evidence.length).toBeGreaterThan(0)
        expect(one.askedLately).toBeLessThan(mostLately)
      }
      expect(new Set(chosen.map(({ organisationId }) => organisationId)).size).toBe(chosen.length)
    })
  })

  test('only who was gathered is asked: whom the audience leaves out, and the asking city, are not among them', () => {
    holds((chosen, all) => {
      for (const one of chosen) expect(all).toContain(one)
    })
  })

  test('more than three are asked only spread over countries, and only in a language that they read', () => {
    holds((chosen, _, lang) => {
      if (chosen.length <= 3) return
      const countries = Map.groupBy(chosen, ({ country }) => country)
      for (const compatriots of countries.values()) expect(compatriots.length).toBeLessThanOrEqual(2)
      for (const one of chosen) expect(one.languages).toContain(lang)
    })
  })

  test('the order in which candidates come changes nothing', () => {
    fc.assert(
      fc.property(question, crowd, (asked, all) => {
        expect(ids(chooseWhom(asked, all.toReversed()))).toEqual(ids(chooseWhom(asked, all)))
      }),
    )
  })

  test('of two who are alike in all else, the one who was asked less is never left out for the other', () => {
    fc.assert(
      fc.property(
        question,
        fc.integer({ min: 2, max: 20 }),
        fc.array(fc.nat(3), { minLength: 2, maxLength: 20 }),
        (asked, _, counts) => {
          const alike = counts.map((askedLately, index) =>
            somebody({ askedLately, country: `C${index}`, personId: index + 1, organisationId: index + 1 }),
          )
          const chosen = new Set(chooseWhom({ ...asked, lang: 'de' }, alike))
          const least = Math.max(...[...chosen].map(({ askedLately }) => askedLately))
          for (const one of alike) if (!chosen.has(one)) expect(one.askedLately).toBeGreaterThanOrEqual(least)
        },
      ),
    )
  })

  test('question after question goes round among equals: nobody twice before everybody once, and again', () => {
    const people = Array.from({ length: 24 }, (_, index) => somebody({ country: `C${index % 12}` }))
    const times = new Map(people.map(({ personId }) => [personId, 0]))
    for (let id = 1; id <= 12; id += 1) {
      const now = people.map((one) => ({ ...one, askedLately: times.get(one.personId) ?? 0 }))
      for (const { personId } of chooseWhom({ id, lang: 'de' }, now))
        times.set(personId, (times.get(personId) ?? 0) + 1)
      const counts = [...times.values()]
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
    expect(Math.min(...times.values())).toBe(3)
  })
})
