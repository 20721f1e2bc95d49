// From the scattered words of a PDF to its lines, and the lines without what is printed on every page.

/** What pdf.js tells of a run of text. */
export interface Run {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

export interface Line {
  readonly text: string
  readonly page: number
  /** Left edge, right edge and baseline in points from the page's lower left corner. */
  readonly left: number
  readonly right: number
  readonly base: number
  /** Of its largest part, in points, rounded to a half. */
  readonly size: number
  /** The font of most of its characters; a name without a meaning, equal for equal fonts of one page. */
  readonly font: string
}

export interface PrintedPage {
  readonly lines: readonly Line[]
  readonly height: number
}

const half = (value: number): number => Math.round(value * 2) / 2
const sizeOf = ({ transform, height }: Run): number => height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
const leftOf = ({ transform }: Run): number => transform[4] ?? 0
const baseOf = ({ transform }: Run): number => transform[5] ?? 0
/** Text that runs up or down the margin is a stamp, no line. */
const isUpright = ({ transform }: Run): boolean => Math.abs(transform[1] ?? 0) < Math.abs(transform[0] ?? 1) * 0.1

const most = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? ''

const countBy = <Thing>(
  things: readonly Thing[],
  key: (thing: Thing) => string,
  weight: (thing: Thing) => number,
): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) ?? 0) + weight(thing))
  return counts
}
export const mostOf = <Thing>(
  things: readonly Thing[],
  key: (thing: Thing) => string,
  weight: (thing: Thing) => number,
): string => most(countBy(things, key, weight))

function lineOf(runs: readonly Run[], page: number): Line {
  const parts = runs.map((run, index) => {
    const before = runs[index - 1]
    const gap = before === undefined ? 0 : leftOf(run) - leftOf(before) - before.width
    return gap > sizeOf(run) * 0.15 && !/\s$/.test(before?.str ?? '') && !/^\s/.test(run.str) ? ` ${run.str}` : run.str
  })
  const last = runs.at(-1)
  const written = runs.filter(({ str }) => str.trim() !== '')
  return {
    text: parts.join('').replaceAll(/\s+/g, ' ').trim(),
    page,
    left: Math.min(...written.map(leftOf)),
    right: last === undefined ? 0 : leftOf(last) + last.width,
    base: baseOf(written[0] ?? runs[0] ?? ({ transform: [] } as unknown as Run)),
    size: half(Math.max(...written.map(sizeOf))),
    font: mostOf(
      written,
      ({ fontName }) => fontName,
      ({ str }) => str.length,
    ),
  }
}

/** Raised figures and the like stand a little above the line and are in it. */
const isSameLine = (before: Run, run: Run): boolean =>
  Math.abs(baseOf(before) - baseOf(run)) < Math.max(sizeOf(before), sizeOf(run)) * 0.45 &&
  leftOf(run) >= leftOf(before) - sizeOf(run)

/** In the order in which the page was written, which is the order of reading also where it has columns. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const groups: Run[][] = []
  for (const run of runs.filter((one) => one.str !== '' && isUpright(one))) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group !== undefined && before !== undefined && isSameLine(before, run)) group.push(run)
    else groups.push([run])
  }
  return groups.filter((group) => group.some(({ str }) => str.trim() !== '')).map((group) => lineOf(group, page))
}

const margin = 0.1
const isAtTheEdge = ({ base }: Line, height: number): boolean => base > height * (1 - margin) || base < height * margin
const shapeOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\d+/g, '#')
    .replaceAll(/[ivxl]{1,6}(?= *$)/g, '#')
    .trim()
/** "12", "Seite 3 von 10", "– 4 –". */
const isPageNumber = (text: string): boolean =>
  /^(?:\p{L}{1,8}\.?\s*)?[\W_]*\d{1,4}[\W_]*(?:\p{L}{1,4}\.?\s*\d{1,4})?[\W_]*$/u.test(text)
/** A line of a table of contents: dots up to the number. */
const isContents = (text: string): boolean => /(?:\.\s?){4,}\s*\d{1,4}$/.test(text)

/** Without running heads and feet, page numbers and tables of contents. */
export function withoutFurniture(pages: readonly PrintedPage[]): Line[] {
  const edges = pages.flatMap(({ lines, height }) => lines.filter((line) => isAtTheEdge(line, height)))
  const repeated = countBy(
    edges,
    ({ text }) => shapeOf(text),
    () => 1,
  )
  const often = Math.max(2, Math.ceil(pages.length / 3))
  return pages.flatMap(({ lines, height }) =>
    lines.filter((line) => {
      if (isContents(line.text)) return false
      if (!isAtTheEdge(line, height)) return true
      return !isPageNumber(line.text) && (repeated.get(shapeOf(line.text)) ?? 0) < often
    }),
  )
}
