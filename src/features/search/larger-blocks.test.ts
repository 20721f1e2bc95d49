// An index that was made in blocks of half the size is joined as it lies: no posting is lost, moved or given another weight.
import pg from 'pg'
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { largerBlocks } from './migrations/008-larger-blocks.ts'
import { blockOf, evenNumbers, packPostings, postingOf } from './posting-block.ts'

const [term, half] = [4_711, 16_384]
/** As it was: by the block of half the size, and the place in it. */
const before = (id: number, weight: number): number => postingOf(id, weight) - (postingOf(id, 0) & 0xffff) + (id % half)

test('rows of two blocks become one row, in the order of the documents', async () => {
  const town = await openTown()
  const owner = new pg.Client(town.owner)
  await owner.connect()
  const weights = new Map(
    [3, 16_383, 16_384, 16_640, 32_767, 32_768, 49_151, 49_152, 98_305].map((id, at) => [id, at / 4]),
  )
  const untouched =
    'select md5(string_agg(p::text, $$ $$ order by term, audience, block)) as hash from search_posting p'
  const { rows: hashes } = await owner.query(untouched)
  for (const [block, own] of Map.groupBy(weights, ([id]) => Math.floor(id / half)))
    await owner.query('insert into search_posting (term, audience, block, data) values ($1, 1, $2, $3)', [
      ...[term, block, packPostings(own.map(([id, weight]) => before(id, weight)))],
    ])
  await owner.query(largerBlocks.sql)
  const { rows } = await owner.query('delete from search_posting where term = $1 returning block, data', [term])
  const expected = Map.groupBy(weights, ([id]) => blockOf(id))
  expect(new Map(rows.map(({ block, data }) => [block, [...evenNumbers(data)]]))).toEqual(
    new Map(
      [...expected].map(([block, own]) => [
        block,
        [...evenNumbers(packPostings(own.map(([id, weight]) => postingOf(id, weight))))],
      ]),
    ),
  )
  // What lies in the first block stays as it is, to the byte.
  expect((await owner.query(untouched)).rows).toEqual(hashes)
  await owner.end()
})
