// Rows that are kept: only the very version is given, only so many are kept, and of one database only.
import { expect, test } from 'vitest'
import { keptOf, keptPostings, type ReadRow, type Version } from './kept-postings.ts'
import { blockFrom } from './posting-block.ts'

const version = (term: number, more: Partial<Version> = {}): Version => ({
  ...{ term, audience: 1, block: 0, writer: 700, place: 1, ...more },
})
const read = (one: Version, postings = 1): ReadRow => ({
  ...one,
  row: blockFrom(one.term, one.block, new Uint16Array(2 * postings), one.audience),
})

test('a row is given for its very version only', () => {
  const kept = keptPostings()
  const first = read(version(5))
  kept.keep([first])
  expect(kept.find(version(5))).toBe(first.row)
  for (const other of [{ writer: 701 }, { place: 2 }, { audience: 2 }, { block: 1 }, { term: 6 }])
    expect(kept.find(version(5, other))).toBeUndefined()
  const changed = read(version(5, { writer: 701 }))
  kept.keep([changed])
  expect(kept.find(version(5))).toBeUndefined()
  expect(kept.find(version(5, { writer: 701 }))).toBe(changed.row)
})

test('where there is no room, what was asked for longest ago goes', () => {
  const kept = keptPostings(3 * 4300)
  kept.keep([1, 2, 3].map((term) => read(version(term), 1000)))
  kept.find(version(1))
  kept.keep([read(version(4), 1000)])
  expect([1, 2, 3, 4].map((term) => kept.find(version(term)) !== undefined)).toEqual([true, false, true, true])
  // The same row again takes no room twice.
  for (let times = 0; times < 9; times += 1) kept.keep([read(version(4, { writer: times }), 1000)])
  expect(kept.find(version(1))).toBeDefined()
})

test('what is larger than all the room is not kept, and takes nothing with it for ever', () => {
  const kept = keptPostings(5000)
  kept.keep([read(version(1), 9000)])
  expect(kept.find(version(1))).toBeUndefined()
  kept.keep([read(version(2), 100)])
  expect(kept.find(version(2))).toBeDefined()
})

test('of another database nothing is given, however alike its rows are', () => {
  keptOf('one').keep([read(version(5))])
  expect(keptOf('one').find(version(5))).toBeDefined()
  expect(keptOf('other').find(version(5))).toBeUndefined()
  expect(keptOf('one').find(version(5))).toBeUndefined()
})
