// Names after an @: whom a reply calls. In the text they stand as they were written; who is meant is kept beside it.

export interface Called {
  readonly name: string
  readonly slug: string
}

/** As much as a full name has; in an address of e-mail the @ follows a letter. */
const call = /(?<![\p{L}\p{N}._%+-])@((?:\p{L}[\p{L}\p{M}'’.\\-]*)(?: \p{L}[\p{L}\p{M}'’.\\-]*){0,4})/gu
/** More would be a distribution list. */
export const mostCalls = 20

/** The editor protects some signs by a backslash. */
const plain = (text: string): string => text.replaceAll('\\', '')
const withoutEnd = (name: string): string => name.replace(/[.'’-]+$/u, '')

/** For each @ what may be the name, the longest first; of the first calls only. */
export function namesCalled(text: string): string[][] {
  return [...text.matchAll(call)].slice(0, 5 * mostCalls).map(([, words = '']) => {
    const parts = plain(words).split(' ')
    const longest = parts.map((_, index) => parts.slice(0, parts.length - index).join(' '))
    return [...new Set(longest.flatMap((name) => [name, withoutEnd(name)]))]
  })
}

/** How often a text calls somebody; of a changed one, what it did not call `before`. */
export function countCalls(text: string, before = ''): number {
  const known = new Set(namesCalled(before).map(([name]) => name))
  return namesCalled(text).filter(([name]) => !known.has(name)).length
}

/** Those of the known persons who are called, by the longest name that fits at each @. */
export function personsCalled<Person extends { readonly name: string }>(
  text: string,
  known: readonly Person[],
): Person[][] {
  const called = namesCalled(text).map((names) => {
    const fits = names.find((name) => known.some((person) => person.name.toLowerCase() === name.toLowerCase()))
    return known.filter((person) => person.name.toLowerCase() === fits?.toLowerCase())
  })
  return called.filter((persons) => persons.length > 0)
}

const pattern = (name: string): string =>
  [...name].map((sign) => `\\\\?${sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`).join('')

/** The same Markdown, with each call a link to the person. */
export function linkCalls(text: string, called: readonly Called[]): string {
  if (called.length === 0) return text
  const bySize = [...called].sort((one, other) => other.name.length - one.name.length)
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}._%+\\[-])@(${bySize.map(({ name }) => pattern(name)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return text.replace(any, (whole, found: string) => {
    const person = bySize.find(({ name }) => name.toLowerCase() === plain(found).toLowerCase())
    return person === undefined ? whole : `[@${found}](/people/${person.slug})`
  })
}
