// Many places on one map: nobody is left out, and the largest gives its name.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gather, type Placed } from './gather.ts'

const at = (id: number, latitude: number, longitude: number, population: number | null = null): Placed => ({
  ...{ id, slug: `city-${id}`, name: `City ${id}`, names: {}, country: 'XX' },
  ...{ latitude, longitude, population },
})
const many = (count: number) => Array.from({ length: count }, (_, id) => at(id, 50, 8, id))

describe('on the map', () => {
  test('as many as a network has today stand each on its own, also side by side', () => {
    expect(gather(many(400)).map(({ others }) => others)).toEqual(Array(400).fill(0))
  })

  test('the largest of many close by gives the place its name', () => {
    expect(gather(many(401))).toMatchObject([{ member: { name: 'City 400' }, others: 400 }])
  })

  test('nobody is lost, wherever they are', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    const places = fc.array(place, { minLength: 401, maxLength: 900 })
    fc.assert(
      fc.property(places, (all) => {
        const gathered = gather(all.map(({ latitude, longitude }, id) => at(id, latitude, longitude)))
        expect(gathered.reduce((sum, { others }) => sum + others + 1, 0)).toBe(all.length)
      }),
      { numRuns: 30 },
    )
  })
})
