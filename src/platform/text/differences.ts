// What changed between two texts, word by word (Myers 1986, through jsdiff).
import { diffWordsWithSpace } from 'diff'

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A comparison that takes longer helps nobody: then the whole text counts as exchanged. Milliseconds. */
const longest = 200

/** Pieces in order; together, without the removed ones, they are `after`. */
export function differencesOf(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffWordsWithSpace(before, after, { timeout: longest })
  if (changes !== undefined)
    return changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }))
  return [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '')
}
