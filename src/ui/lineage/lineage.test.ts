// The shapes of a lineage: arrows that end before their city, names that cover nothing.
import { expect, test } from 'vitest'
import { bentArrow, placeNames } from './lineage.ts'

test('an arrow ends before its city and points at it', () => {
  const arrow = bentArrow([0, 0], [100, 0], 10, 10)
  const [x = 0, y = 0] = arrow?.at ?? []
  expect(x).toBeGreaterThan(70)
  expect(x).toBeLessThan(95)
  expect(Math.abs(y)).toBeLessThan(15)
  expect(bentArrow([0, 0], [0, 0], 10, 10)).toBeUndefined()
})

test('there and back are two lines', () => {
  const there = bentArrow([0, 0], [100, 0], 10, 10)?.line
  const back = bentArrow([100, 0], [0, 0], 10, 10)?.line
  expect(there).toContain('Q50 -18')
  expect(back).toContain('Q50 18')
})

test('a name goes to the other side, below or above, and where there is no room it is left out', () => {
  const at = (name: string, x: number, y: number) => ({ name, place: [x, y] as const })
  const anchors = (names: Parameters<typeof placeNames>[0]) =>
    placeNames(names, [], 20, 400).map((label) => label?.anchor)
  expect(anchors([at('Graz', 200, 200)])).toEqual(['start'])
  expect(anchors([at('Graz', 390, 200)])).toEqual(['end'])
  expect(anchors([at('Graz', 200, 200), at('Lyon', 240, 200)])).toEqual(['end', 'start'])
  expect(anchors([at('Llanfairpwllgwyngyll with a long name', 200, 200)])).toEqual([undefined])
})
