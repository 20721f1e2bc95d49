// Rows of the index that were read before. Whether one may be used is decided anew by each search: the database names, as the
// viewer, the rows within reach and the version of each, and only that very version is taken from here.
import type { PostingBlock } from './posting-block.ts'

/** A row of the index and which version of it: whoever changes a row writes another one, elsewhere or in another transaction. */
export interface Version {
  readonly term: number
  readonly audience: number
  readonly block: number
  readonly writer: number
  readonly place: number
}

export interface ReadRow extends Version {
  readonly row: PostingBlock
}

/** A term's rows, by audience and block. */
interface Term {
  readonly rows: Map<number, ReadRow>
  bytes: number
}

/**
 * Those of some three hundred searches before, at a hundred thousand documents; all of a network's at ten thousand. What is
 * thrown away has long become old memory, and whoever fills that stops everything: with a quarter of this room it happened
 * once in two hundred searches.
 */
const mostBytes = 128 * 2 ** 20
/** What a row takes besides its postings. */
const besides = 300

const blockBits = 17
const keyOf = ({ audience, block }: Version): number => audience * 2 ** blockBits + block
const bytesOf = ({ row }: ReadRow): number => row.pairs.byteLength + besides

export interface KeptPostings {
  readonly find: (wanted: Version) => PostingBlock | undefined
  readonly keep: (read: readonly ReadRow[]) => void
}

/** Behind all others. Rows of one term are asked for one after the other: only with the first of them it has to be moved. */
function moved(terms: Map<number, Term>, number: number, isElsewhere: boolean): Term {
  const term = terms.get(number) ?? { rows: new Map(), bytes: 0 }
  if (isElsewhere) terms.delete(number)
  terms.set(number, term)
  return term
}

/** Terms asked for last are kept longest. */
export function keptPostings(most = mostBytes): KeptPostings {
  const terms = new Map<number, Term>()
  let bytes = 0
  let latest: number | undefined

  const touch = (number: number): Term => {
    const term = moved(terms, number, number !== latest)
    latest = number
    return term
  }
  const makeRoom = (): void => {
    for (const [number, term] of terms) {
      if (bytes <= most) return
      terms.delete(number)
      bytes -= term.bytes
    }
  }
  const put = (read: ReadRow): void => {
    const term = touch(read.term)
    const before = term.rows.get(keyOf(read))
    const more = bytesOf(read) - (before === undefined ? 0 : bytesOf(before))
    term.rows.set(keyOf(read), read)
    term.bytes += more
    bytes += more
  }
  return {
    find: (wanted) => {
      const known = terms.get(wanted.term)?.rows.get(keyOf(wanted))
      if (known?.writer !== wanted.writer || known.place !== wanted.place) return undefined
      touch(wanted.term)
      return known.row
    },
    keep: (read) => {
      for (const one of read) put(one)
      makeRoom()
    },
  }
}

let kept: { readonly of: string; readonly postings: KeptPostings } | undefined

/** Those of this database since this start of its server: elsewhere the same numbers mean something else. */
export function keptOf(database: string): KeptPostings {
  if (kept?.of !== database) kept = { of: database, postings: keptPostings() }
  return kept.postings
}
