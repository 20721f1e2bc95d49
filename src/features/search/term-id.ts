// A term as a number: hashed, so that the index needs no dictionary that would tell words from things one may not see.

/** Under this number all documents stand: how many there are within reach decides how rare a word is. */
export const everyDocument = 0

/**
 * 53 bits, exact in a JavaScript number; two of a million terms meet with a probability of 0.006 %. Two rows of 32 bits,
 * each mixed by multiplication (cyrb53, public domain): an index of a document needs hundreds, and SHA-1 takes ten times as long.
 */
export function termId(term: string): number {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at)
    one = Math.imul(one ^ unit, 2_654_435_761)
    other = Math.imul(other ^ unit, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return 4_294_967_296 * (other & 0x1fffff) + (one >>> 0)
}
