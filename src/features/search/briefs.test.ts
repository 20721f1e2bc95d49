// A segment tells of each of its documents what its rows tell, whatever rows are missing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeTerms } from './attributes.ts'
import { segmentOf } from './briefs.ts'
import { blockFrom, type PostingBlock } from './posting-block.ts'

const rowOf = (term: number, values: ReadonlyMap<number, number>): PostingBlock =>
  blockFrom(term, 0, Uint16Array.from([...values].sort((one, other) => one[0] - other[0]).flat()))

const values = fc
  .uniqueArray(fc.tuple(fc.nat(16_383), fc.integer({ min: 1, max: 0xffff })), {
    selector: ([place]) => place,
    maxLength: 40,
  })
  .map((pairs) => new Map(pairs))

test('each place has its numbers, and nothing where a row does not know it', () => {
  const [every = 0, ...others] = attributeTerms()
  fc.assert(
    fc.property(values, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (all, chosen) => {
      const part = new Map([...all].filter((_, at) => chosen[at]))
      const { rows, numbers } = segmentOf(
        rowOf(every, all),
        others.slice(1).map((term) => rowOf(term, part)),
      )
      const numberOf = (place: number, number: number) =>
        numbers[((rows[place] as number) - 1) * attributeTerms().length + number]
      expect([...rows].filter((row) => row > 0)).toHaveLength(all.size)
      for (const [place, value] of all) {
        expect(numberOf(place, 0)).toBe(value)
        expect(numberOf(place, 1)).toBe(0)
        expect(numberOf(place, 2)).toBe(part.get(place) ?? 0)
      }
    }),
  )
})
