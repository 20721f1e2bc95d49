// A list of people to invite, as a spreadsheet gives it: a person a row, with name, address and, where wanted, duty and language.
import { slugOf } from '#kernel/address.ts'
import { isLang, type Lang } from '#kernel/locale.ts'
import type { Role } from '#kernel/viewer.ts'
import { emailInput, nameInput } from './inputs.ts'

export const mostInvited = 200

export type ListIssue = 'name' | 'email' | 'duty' | 'language' | 'twice' | 'taken'

export interface ListedPerson {
  /** As a spreadsheet counts. */
  readonly line: number
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly lang: Lang
  /** What is wrong with it; undefined when this person can be invited. */
  readonly issue: ListIssue | undefined
}

export interface ListWords {
  /** What duties are called, in any language: "koordination" → coordinator. */
  readonly duties: ReadonlyMap<string, Role>
  /** Of whom no row says it. */
  readonly lang: Lang
}

/** Words of `labels` by what they mean, told apart by letters only. */
export const dutyWords = (labels: Iterable<readonly [string, Role]>): Map<string, Role> =>
  new Map([...labels].map(([label, role]) => [slugOf(label), role]))

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '')

/** The address may stand in any column; the name is the first cell that is not it. */
function personOf(cells: readonly string[], line: number, words: ListWords): ListedPerson {
  const email = cells.find((cell) => cell.includes('@')) ?? ''
  const [name = '', ...rest] = cells.filter((cell) => cell !== email || cell === '')
  const further = rest.filter((cell) => cell !== '')
  const lang = further.map((cell) => cell.toLowerCase()).find(isLang)
  const duty = further.find((cell) => cell.toLowerCase() !== lang)
  const role = duty === undefined ? 'colleague' : words.duties.get(slugOf(duty))
  const looksLikeLanguage = duty !== undefined && /^[a-z]{2}$/i.test(duty)
  const issue = !nameInput.safeParse(name).success
    ? 'name'
    : !emailInput.safeParse(email).success
      ? 'email'
      : role === undefined
        ? looksLikeLanguage
          ? 'language'
          : 'duty'
        : undefined
  return { line, name, email, role: role ?? 'colleague', lang: lang ?? words.lang, issue }
}

/** Every person of the table; a first row without an address is its head. The second of two with one address is marked. */
export function readInvitationList(rows: readonly (readonly string[])[], words: ListWords): ListedPerson[] {
  const seen = new Set<string>()
  return rows
    .map((row, index) => ({ cells: row.map((cell) => cell.trim()), line: index + 1 }))
    .filter(({ cells, line }) => isFilled(cells) && (line > 1 || cells.some((cell) => cell.includes('@'))))
    .map(({ cells, line }) => {
      const person = personOf(cells, line, words)
      const address = person.email.toLowerCase()
      const twice = person.issue === undefined && seen.has(address)
      seen.add(address)
      return twice ? { ...person, issue: 'twice' } : person
    })
}
