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
      const { places, columns } = segmentOf(
        rowOf(every, all),
        others.slice(1).map((term) => rowOf(term, part)),
      )
      expect([...places]).toEqual([...all.keys()].sort((one, other) => one - other))
      expect([...(columns[0] ?? [])]).toEqual([...places].map((place) => all.get(place)))
      expect([...(columns[1] ?? [])]).toEqual([...places].map(() => 0))
      expect([...(columns[2] ?? [])]).toEqual([...places].map((place) => part.get(place) ?? 0))
    }),
  )
})
