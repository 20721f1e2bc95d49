// Which column a head means: its name, or its label in any of the eight languages.
import { languages } from '#kernel/locale.ts'
import { translator } from '#platform/i18n.ts'
import { fold } from '#thesaurus/fold.ts'
import { type Column, columns } from './columns.ts'
import { type Near, nearestAmong } from './nearest.ts'
import type { Problem } from './problem.ts'

const plain = (head: string): string =>
  fold(head.trim())
    .replaceAll(/[\s_*:-]+/g, ' ')
    .trim()

interface Heads {
  readonly byWords: ReadonlyMap<string, Column>
  readonly nearest: (given: string) => Near<Column> | undefined
}

/** The first that claims a word keeps it; names come before labels. */
function gather(): Heads {
  const pairs = [
    ...columns.map((column): [string, Column] => [column.name, column]),
    ...columns.flatMap((column) => languages.map((lang): [string, Column] => [translator(lang)(column.label), column])),
  ]
  const byWords = new Map<string, Column>()
  for (const [words, column] of pairs) if (!byWords.has(plain(words))) byWords.set(plain(words), column)
  return { byWords, nearest: nearestAmong([...byWords]) }
}
let gathered: Heads | undefined

const unknown = (head: string, near: Near<Column> | undefined): Problem => {
  const given = head.slice(0, 60)
  return near === undefined
    ? { row: 1, column: given, message: 'tables.problem-head', values: { given } }
    : { row: 1, column: given, message: 'tables.problem-head-near', values: { given, name: near.meant.name } }
}

/** Columns by head as written; heads that mean nothing, or what another one means already, are problems of row 1. */
export function matchHeads(heads: readonly string[]): {
  readonly matched: ReadonlyMap<string, Column>
  readonly problems: readonly Problem[]
} {
  gathered ??= gather()
  const { byWords, nearest } = gathered
  const matched = new Map<string, Column>()
  const problems: Problem[] = []
  for (const head of heads.filter((name) => name !== '$schema')) {
    const column = byWords.get(plain(head))
    if (column === undefined) problems.push(unknown(head, nearest(plain(head))))
    else if ([...matched.values()].includes(column))
      problems.push({ row: 1, column: column.name, message: 'tables.problem-head-twice', values: { given: head } })
    else matched.set(head, column)
  }
  return { matched, problems }
}
