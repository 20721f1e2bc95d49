// Services that take one HTML page are sent all pieces as its paragraphs, and the paragraphs are cut out of what they answer.

/** `<p id="b0">…</p>`; the pieces are escaped, so that no other paragraph is in it. */
export const joinPieces = (pieces: readonly string[]): string =>
  pieces.map((piece, at) => `<p id="b${at}">${piece}</p>`).join('\n')

/** Undefined where a paragraph is missing, doubled, or not in its order. */
export function cutPieces(page: string, pieces: number): string[] | undefined {
  const found = [...page.matchAll(/<p\s+id\s*=\s*["']?b(\d{1,5})["']?\s*>([\s\S]*?)<\/p\s*>/gi)]
  if (found.length !== pieces || found.some(([, number], at) => Number(number) !== at)) return undefined
  return found.map(([, , piece = '']) => piece.trim())
}
