// Whether a text says the name of whoever wrote it, or of their city: for what is written as a member city.
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { plainText } from '#platform/text/markdown.ts'
import type { TrunkTables } from './tables.ts'

const marks = /[.*+?^${}()|[\]\\]/g
/** Signs that nobody sees, within words. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  æ: 'ae',
  å: 'aa',
  ł: 'l',
}

const clean = (text: string): string => text.normalize().replaceAll(unseen, '')
const plainLetters = (text: string): string =>
  text
    .replaceAll(/[ßæøł]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
/** As addresses write a name: with ä as ä, as ae and as a. */
const inAddresses = (name: string): string[] => {
  const small = name.toLowerCase()
  return [small, small.replaceAll(/[äöüßøæåł]/g, (letter) => spelled[letter] ?? letter), plainLetters(small)]
}

/** Two letters more are still the name: Grazer, Krakowa. So are names of several words, whatever stands between them. */
const asPattern = (name: string, between: string): RegExp => {
  const words = name.replaceAll(marks, '\\$&').replaceAll(/\s+/g, between)
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}\\p{L}{0,2}(?![\\p{L}\\p{N}])`, 'u')
}

/** Of mails and of pages: jonte@kaiserslautern.de, www.kaiserslautern.de/rathaus. */
const addresses = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => /@|:\/\/|\p{L}\.\p{Ll}{2}/u.test(word))
    .join(' ')
    .toLowerCase()

/**
 * As it is written or in capitals: Porto is a city, and porto a harbour. In an address, which knows no capitals, either way. Names
 * of one or two letters would be found everywhere.
 */
export function namedIn(text: string, names: readonly string[]): boolean {
  const said = clean(text)
  const linked = addresses(said)
  return names
    .map((name) => clean(name).trim())
    .filter((name) => [...name].length > 2)
    .some(
      (name) =>
        [name, name.toUpperCase()].some((one) => asPattern(one, '\\s+').test(said)) ||
        inAddresses(name).some((one) => asPattern(one, '[\\s._+-]*').test(linked)),
    )
}

/** The same of Markdown: as it was typed, and as it is read. */
export const namedInMarkdown = (text: string, names: readonly string[]): boolean =>
  namedIn(text.replaceAll('\\', ''), names) || namedIn(plainText(text), names)

/** Names in every language that is known. What else a text tells only its writer can judge. */
export async function tellsWho(
  db: Db,
  { name, organisationId }: Pick<Person, 'name' | 'organisationId'>,
  text: string,
): Promise<boolean> {
  const own = await db
    .withTables<TrunkTables>()
    .selectFrom('organisation')
    .select(['name', 'names'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return namedInMarkdown(text, [name, own.name, ...Object.values(own.names)])
}
