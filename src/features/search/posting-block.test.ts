// Postings as bytes: what is put in comes out again, and is found where it belongs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsIn } from './accumulate.ts'
import { blockOf, blockSize, evenNumbers, fromSteps, packPostings, postingOf } from './posting-block.ts'
import { GatheredPostings, postingRows } from './posting-rows.ts'

const weightIn = (posting: number): number => Math.floor(posting / 0x1_0000) * fromSteps

test('a weight is kept to four digits, what is too great is cut, what is small is still there', () => {
  for (const weight of [0.0007, 0.5, 1.2345, 2.1999]) expect(weightIn(postingOf(7, weight))).toBeCloseTo(weight, 4)
  expect(weightIn(postingOf(7, 99))).toBeCloseTo(4, 5)
  expect(weightIn(postingOf(7, 1e-12))).toBeGreaterThan(0)
  expect(weightIn(postingOf(7, 0))).toBe(0)
})

test('bytes are read as numbers on any address, a last odd byte is none', () => {
  const packed = packPostings([postingOf(1, 1), postingOf(2, 2)])
  for (const offset of [0, 1, 2, 3]) {
    const moved = Buffer.concat([Buffer.alloc(offset), packed, Buffer.from([9])]).subarray(offset)
    expect([...evenNumbers(moved)]).toEqual([...evenNumbers(packed)])
  }
  expect([...evenNumbers(Buffer.from('x'))]).toEqual([])
})

interface Weighed {
  readonly audience: number
  readonly weights: ReadonlyMap<number, number>
}
const documents = fc.array(
  fc.record({
    audience: fc.integer({ min: 1, max: 3 }),
    weights: fc
      .uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 })
      .map((terms) => new Map(terms.map((term) => [term, 1 + term / 10]))),
  }),
  { maxLength: 30 },
)
/** Where a block ends among them, and elsewhere. */
const numbers = fc.oneof(
  fc.integer({ min: 1, max: 5 * blockSize }),
  fc.integer({ min: 2 * blockSize - 30, max: 2 * blockSize }),
)

const held = (things: readonly Weighed[], first: number): string[] =>
  things
    .flatMap(({ audience, weights }, place) =>
      [...weights].map(([term, weight]) => `${term} ${audience} ${first + place} ${weight.toFixed(3)}`),
    )
    .sort()

test('whatever documents are packed, each posting lies in the one row of its term, audience and block, in order', () => {
  fc.assert(
    fc.property(documents, numbers, (things, first) => {
      const gathered = new GatheredPostings()
      for (const [place, { audience, weights }] of things.entries()) gathered.add(place, audience, weights)
      const { terms, audiences, blocks, starts, lengths, data } = postingRows(gathered.pack(), first)
      const found = terms.flatMap((term, row) => {
        const from = (starts[row] ?? 0) - 1
        const pairs = evenNumbers(Buffer.from(data.subarray(from, from + (lengths[row] ?? 0))))
        const block = blocks[row] ?? 0
        const ids = [...idsIn([{ block, pairs }])]
        expect(ids).toEqual(ids.toSorted((one, other) => one - other))
        expect(ids.every((id) => blockOf(id) === block)).toBe(true)
        return ids.map((id, at) => {
          const weight = (pairs[2 * at + 1] ?? 0) * fromSteps
          return `${term} ${audiences[row]} ${id} ${weight.toFixed(3)}`
        })
      })
      expect(found.sort()).toEqual(held(things, first))
      const keys = terms.map((term, row) => [term, audiences[row] ?? 0, blocks[row] ?? 0] as const)
      expect(keys).toEqual(keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]))
      expect(new Set(keys.map(String)).size).toBe(keys.length)
    }),
  )
})
