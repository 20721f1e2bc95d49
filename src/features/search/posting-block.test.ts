// Postings as bytes: what is put in comes out again, and is found where it belongs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsIn } from './accumulate.ts'
import { blockOf, blockSize, evenNumbers, fromSteps, packPostings, postingOf } from './posting-block.ts'
import { type NumberedDocument, postingRows } from './posting-rows.ts'

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

const document = fc.record({
  id: fc.integer({ min: 1, max: 5 * blockSize }),
  audience: fc.integer({ min: 1, max: 3 }),
  weights: fc
    .uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 })
    .map((terms) => new Map(terms.map((term) => [term, 1 + term / 10]))),
})
const documents = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 30 })

const held = (things: readonly NumberedDocument[]): string[] =>
  things.flatMap(({ id, audience, weights }) => [...weights.keys()].map((term) => `${term} ${audience} ${id}`)).sort()

test('whatever documents are packed, each posting lies in the one row of its term, audience and block, in order', () => {
  fc.assert(
    fc.property(documents, (things) => {
      const { terms, audiences, blocks, lengths, data } = postingRows(things)
      let from = 0
      const found = terms.flatMap((term, row) => {
        const block = blocks[row] ?? 0
        const bytes = data.subarray(from, from + (lengths[row] ?? 0))
        from += bytes.length
        const ids = [...idsIn([{ block, pairs: evenNumbers(bytes) }])]
        expect(ids).toEqual(ids.toSorted((one, other) => one - other))
        expect(ids.every((id) => blockOf(id) === block)).toBe(true)
        return ids.map((id) => `${term} ${audiences[row]} ${id}`)
      })
      expect(found.sort()).toEqual(held(things))
      expect(new Set(terms.map((term, row) => `${term} ${audiences[row]} ${blocks[row]}`)).size).toBe(terms.length)
    }),
  )
})
