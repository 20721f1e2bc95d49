// Services that take one HTML page are sent all pieces as its paragraphs, and the paragraphs are cut out of what they answer.

/** `<p id="b0">…</p>`; the pieces are escaped, so that no other paragraph is in it. */
export const joinPieces = (pieces: readonly string[]): string =>
  pieces.map((piece, at) => `<p id="b${at}">${piece}</p>`).join('\n')

/** A paragraph begins or ends. With a few blanks at most: of four million the engine keeps each to come back to, until it has no room. */
const edge = /<p\s{1,9}id\s{0,9}=\s{0,9}["']?b(\d{1,5})["']?\s{0,9}>|<\/p\s{0,9}>/gi

/** Undefined where a paragraph is missing, doubled, not closed, or not in its order. From edge to edge, so that no page is read twice. */
export function cutPieces(page: string, pieces: number): string[] | undefined {
  const found: string[] = []
  let begun: number | undefined
  for (const { 0: mark, 1: number, index } of page.matchAll(edge))
    if (number !== undefined) {
      if (begun !== undefined || Number(number) !== found.length) return undefined
      begun = index + mark.length
    } else if (begun !== undefined) {
      found.push(page.slice(begun, index).trim())
      begun = undefined
    }
  return begun === undefined && found.length === pieces ? found : undefined
}
