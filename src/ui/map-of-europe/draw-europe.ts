// Draws land and borders of Europe once, into europe-paths.ts; run `node src/ui/map-of-europe/draw-europe.ts` after changing the projection.
// Source: Natural Earth 1:50m (public domain), packed by world-atlas.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoPath } from 'd3-geo'
import type { MultiLineString, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { europe, mapHeight, mapWidth } from './projection.ts'

type Point = readonly [number, number]
type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

const atlas = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
) as Atlas
/** Units that a line may be off, and the smallest island shown. */
const tolerance = 1.5
const smallest = 14

const flat = europe.clipExtent([
  [-4, -4],
  [mapWidth + 4, mapHeight + 4],
])
const draw = geoPath(flat)

/** Lines of a path made of absolute M, L and Z only. */
const linesOf = (path: string): { points: Point[]; closed: boolean }[] =>
  path
    .split('M')
    .filter(Boolean)
    .map((line) => ({
      closed: line.endsWith('Z'),
      points: line
        .replace('Z', '')
        .split('L')
        .map((pair) => pair.split(',').map(Number) as unknown as Point),
    }))

const area = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] as Point
      return sum + x * nextY - nextX * y
    }, 0) / 2,
  )

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = Math.hypot(bx - ax, by - ay)
  return length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((by - ay) * x - (bx - ax) * y + bx * ay - by * ax) / length
}

/** Ramer–Douglas–Peucker. */
function simplified(points: readonly Point[]): Point[] {
  const first = points[0] as Point
  const last = points.at(-1) as Point
  let farthest = 0
  let most = 0
  points.forEach((point, index) => {
    const off = distance(point, first, last)
    if (off > most) [most, farthest] = [off, index]
  })
  if (most <= tolerance) return [first, last]
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))]
}

/** Relative whole numbers: the shortest way to write a coast. */
function written(points: readonly Point[], closed: boolean): string {
  let [x, y] = [0, 0]
  const steps = points.map(([nextX, nextY]) => {
    const step = [Math.round(nextX) - x, Math.round(nextY) - y] as const
    ;[x, y] = [Math.round(nextX), Math.round(nextY)]
    return step
  })
  const pairs = steps.slice(1).filter(([dx, dy]) => dx !== 0 || dy !== 0)
  if (pairs.length === 0) return ''
  const numbers = pairs.flat().join(' ').replaceAll(' -', '-')
  return `M${steps[0]?.join(' ').replaceAll(' -', '-')}l${numbers}${closed ? 'z' : ''}`
}

const pathOf = (path: string): string =>
  linesOf(path)
    .filter(({ points, closed }) => !closed || area(points) >= smallest)
    .map(({ points, closed }) => written(simplified(points), closed))
    .join('')

/** Borders as the United Nations see them: Crimea and Cyprus are not divided. */
const [russia, ukraine, cyprus] = ['643', '804', '196']
const nameless = undefined
const drawn = (one: unknown, other: unknown): boolean => {
  const ids = [(one as { id?: string }).id, (other as { id?: string }).id]
  return one !== other && !(ids.includes(cyprus) && ids.includes(nameless))
}
const divides = (line: Position[]): boolean => line.every(([x = 0, y = 0]) => x > 32 && x < 36 && y < 46.5)
const between = (one: unknown, other: unknown): boolean =>
  [russia, ukraine].every((id) => [one, other].some((country) => (country as { id?: string }).id === id))
const lines: MultiLineString = {
  type: 'MultiLineString',
  coordinates: [
    ...mesh(atlas, atlas.objects.countries, (one, other) => drawn(one, other) && !between(one, other)).coordinates,
    ...mesh(atlas, atlas.objects.countries, (one, other) => one !== other && between(one, other)).coordinates.filter(
      (line) => !divides(line),
    ),
  ],
}

const land = pathOf(draw(feature(atlas, atlas.objects.land)) ?? '')
const borders = pathOf(draw(lines) ?? '')

writeFileSync(
  new URL('./europe-paths.ts', import.meta.url),
  `// Made by draw-europe.ts from Natural Earth 1:50m (public domain); do not change by hand.\n\nexport const land =\n  '${land}'\n\nexport const borders =\n  '${borders}'\n`,
)
