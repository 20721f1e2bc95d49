// What the two drawings of a lineage share: its places, and the shape of an arrow between two points.

/** Shape and line tell the state; colour only repeats it. */
export type LineageState = 'origin' | 'planned' | 'running' | 'stopped'

export interface LineageNode {
  /** The city. */
  readonly name: string
  readonly href: string
  /** Below the name: the country. */
  readonly note: string
  /** Below that: when it began. */
  readonly begun?: string | undefined
  /** Beside the name: that it is a demonstration. */
  readonly mark?: string | undefined
  readonly state: LineageState
  /** The state in a word. */
  readonly stateLabel: string
  /** 0 for the origin, which stands first. */
  readonly depth: number
  /** Index of the node it was taken from; undefined for the origin. Always smaller than its own. */
  readonly parent: number | undefined
  readonly latitude: number | null
  readonly longitude: number | null
}

export type Point = readonly [number, number]

const round = (value: number): number => Math.round(value * 10) / 10
const written = ([x, y]: Point): string => `${round(x)} ${round(y)}`

/** A triangle with its tip at `tip`, looking along `direction` (of length 1). */
export function arrowHead([x, y]: Point, [dx, dy]: Point, length: number): string {
  const back: Point = [x - dx * length, y - dy * length]
  const half = length * 0.55
  return `M${written([x, y])}L${written([back[0] - dy * half, back[1] + dx * half])}L${written([back[0] + dy * half, back[1] - dx * half])}Z`
}

export interface Arrow {
  readonly line: string
  readonly head: string
  /** The middle of the head, which names must leave free. */
  readonly at: Point
}

/** A bent arrow from one place to another, ending `gap` before it; undefined where both are the same place. */
export function bentArrow(from: Point, to: Point, gap: number, head: number): Arrow | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const distance = Math.hypot(dx, dy)
  if (distance < gap + head) return undefined
  // A fifth aside, so that there and back are two lines, and lines along one way do not hide each other.
  const bend: Point = [from[0] + dx / 2 + dy * 0.18, from[1] + dy / 2 - dx * 0.18]
  const last = Math.hypot(to[0] - bend[0], to[1] - bend[1])
  const along: Point = [(to[0] - bend[0]) / last, (to[1] - bend[1]) / last]
  const tip: Point = [to[0] - along[0] * gap, to[1] - along[1] * gap]
  const end: Point = [tip[0] - along[0] * head * 0.8, tip[1] - along[1] * head * 0.8]
  return { line: `M${written(from)}Q${written(bend)} ${written(end)}`, head: arrowHead(tip, along, head), at: end }
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Right, left, below, above: the first that is free is taken. */
const sidesOf = ([x, y]: Point, length: number, size: number): readonly (Label & { readonly left: number })[] => [
  { x: x + 18, y: y + size * 0.34, anchor: 'start', left: x + 18 },
  { x: x - 18, y: y + size * 0.34, anchor: 'end', left: x - 18 - length },
  { x, y: y + 16 + size * 0.8, anchor: 'middle', left: x - length / 2 },
  { x, y: y - 20, anchor: 'middle', left: x - length / 2 },
]

/**
 * Where names can stand beside their points without covering each other or what must stay `free`; undefined for a name
 * without room. `size` is the height of the letters, in the units of the drawing.
 */
export function placeNames(
  names: readonly { readonly name: string; readonly place: Point }[],
  free: readonly Point[],
  size: number,
  width: number,
): (Label | undefined)[] {
  const around = ([x, y]: Point): Box => ({ left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 })
  const taken: Box[] = [...names.map(({ place }) => place), ...free].map(around)
  return names.map(({ name, place }) => {
    const length = name.length * size * 0.56
    for (const { left, ...label } of sidesOf(place, length, size)) {
      const box = { left, right: left + length, top: label.y - size * 0.8, bottom: label.y + size * 0.2 }
      if (box.left < 0 || box.right > width || taken.some((other) => meet(box, other))) continue
      taken.push(box)
      return label
    }
    return undefined
  })
}
