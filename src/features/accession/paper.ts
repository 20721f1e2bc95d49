// The noun: a council paper as sections of blocks. Page, PDF and Word document draw the same content.
import type { Lang } from '#kernel/locale.ts'

/** Paragraphs the city may write itself; the costs and the conditions stand in the paper as the file has them. */
export const paragraphKeys = ['subject', 'resolution', 'situation', 'gain', 'cost'] as const
export type ParagraphKey = (typeof paragraphKeys)[number]

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'checks'; readonly items: readonly { readonly done: boolean; readonly text: string }[] }

export interface PaperSection {
  readonly key: string
  readonly heading: string
  readonly blocks: readonly Block[]
}
export interface Paper {
  readonly lang: Lang
  readonly title: string
  /** Who it is for, and of which day. */
  readonly about: string
  readonly sections: readonly PaperSection[]
  /** What to know about it, at its end: that the scale is made up, where figures come from. */
  readonly notes: readonly string[]
}

const bullet = /^[-–•*]\s+/
const number = /^\d{1,2}[.)]\s+/

/** A text as it is typed: an empty line ends a paragraph, lines that begin with a dash or a number are a list. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
    .flatMap((lines): Block[] => {
      for (const [mark, ordered] of [
        [bullet, false],
        [number, true],
      ] as const)
        if (lines.every((line) => mark.test(line)))
          return [{ kind: 'list', ordered, items: lines.map((line) => line.replace(mark, '')) }]
      return lines.some((line) => bullet.test(line) || number.test(line))
        ? splitLists(lines)
        : [{ kind: 'text', text: lines.join(' ') }]
    })
}

/** A sentence with a list right below it: two blocks. */
const splitLists = (lines: readonly string[]): Block[] => {
  const groups: string[][] = []
  const shape = (line: string): number => (bullet.test(line) ? 1 : number.test(line) ? 2 : 0)
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before !== undefined && shape(before) === shape(line)) groups.at(-1)?.push(line)
    else groups.push([line])
  })
  return groups.flatMap((group) => blocksOf(group.join('\n')))
}
