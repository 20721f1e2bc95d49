// Does a line stand there like a heading? Asked where a document does not say so itself.

const longestHeading = 110
const number = /^(?:(?:\d{1,2}\.)+\d{0,2}|\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}\.|[A-H][.)])\s+(?=\p{Lu}|["„«])/u

/** "3.2 Finanzierung" → 2; undefined without a number. */
export const numberedLevel = (line: string): number | undefined => {
  const found = number.exec(line)?.[0]
  return found === undefined ? undefined : (found.match(/\d+/g) ?? ['1']).length
}

/** Short, begins like a name, does not end like a sentence. */
export const mayBeHeading = (line: string): boolean =>
  line.length >= 3 &&
  line.length <= longestHeading &&
  /^["„«»“(¿¡]?[\p{Lu}\p{N}]/u.test(line) &&
  /\p{L}{3}/u.test(line) &&
  !/[.,;]$/.test(line) &&
  !/[.!?]\s+\p{Lu}.*[.!?]/u.test(line)

export const isShouted = (line: string): boolean =>
  mayBeHeading(line) && line === line.toUpperCase() && /\p{Lu}{3}/u.test(line) && !/\d{4,}/.test(line)

/** The mark before an item of a list, with the space after it. */
export const bullet = /^\s*(?:[•‣▪◦●○■□–—·*-]|\u{f0b7}|\u{f0a7}|[a-z]\)|\(?\d{1,2}\))\s+(?=\S)/u
