// Which terms stand in a document: the same from the rows that a search read, and from what the document itself says.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { findDocuments } from './find-documents.ts'
import { termsHeldBy } from './held-terms.ts'
import { blockFrom, blockOf, blockSize, placeOf } from './posting-block.ts'
import { rankingWeights } from './ranking-weights.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

test('a document has the terms whose rows name it, in whatever block and audience', () => {
  const row = fc.record({
    term: fc.integer({ min: 0, max: 5 }),
    block: fc.integer({ min: 0, max: 2 }),
    places: fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(blockSize - 1))),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 3 * blockSize }), (rows, any) => {
      const held = termsHeldBy(
        rows.map(({ term, block, places }) => {
          const inOrder = places.toSorted((one, other) => one - other)
          return blockFrom(term, block, new Uint16Array(inOrder.flatMap((place) => [place, 7])))
        }),
      )
      const named = rows.flatMap(({ block, places }) => places.map((place) => block * blockSize + place))
      for (const id of [any, ...named]) {
        const there = rows.filter(({ block, places }) => block === blockOf(id) && places.includes(placeOf(id)))
        expect(held(id)).toEqual(there.map(({ term }) => term))
      }
    }),
  )
})

test('What is too frequent to be read is a reason all the same, and marked', async () => {
  const find = (text: string, mostPostings: number) =>
    town.database.read({ visitor: true }, (db) =>
      findDocuments(db, {
        ...{ text, lang: 'de', limit: 50, offset: 0, now: new Date(2026, 10, 1) },
        weights: { ...rankingWeights, mostPostings },
      }),
    )
  for (const text of ['Jugendliche Gewalt Stadt', 'police prevention night', 'Projekt Frankfurter Weg']) {
    const whole = new Map((await find(text, rankingWeights.mostPostings)).items.map((item) => [item.id, item]))
    const few = (await find(text, 1)).items.filter(({ id }) => whole.has(id))
    expect(few.length).toBeGreaterThan(0)
    for (const { id, why, markedTitle, passage } of few) {
      expect(why).toEqual(whole.get(id)?.why)
      expect({ markedTitle, passage }).toEqual({
        markedTitle: whole.get(id)?.markedTitle,
        passage: whole.get(id)?.passage,
      })
    }
    // Read in part, reasons of what was not read are among them.
    expect(few.some(({ why }) => why.length > 1)).toBe(true)
  }
})
