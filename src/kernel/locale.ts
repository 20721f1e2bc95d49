// The languages of the interface and everything that reads differently in each of them.
import { remember } from './remember.ts'

export const languages = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl'] as const
/** ISO 639-1 code of a language in which the whole interface exists. */
export type Lang = (typeof languages)[number]

/** Languages in which people write here, those of the interface first. */
export const textLanguages = [
  ...languages,
  'ca',
  'cs',
  'da',
  'el',
  'fi',
  'hr',
  'hu',
  'lt',
  'lv',
  'no',
  'ro',
  'sl',
  'sv',
] as const

export type MessageValue = string | number | Date
/**
 * Gives the sentence for a key in the reader's language: `t('practices.publish')`,
 * `t('search.found', { count: 3 })`. Keys are `<feature>.<name>`; texts are ICU MessageFormat and
 * live in `locales/<lang>/<feature>.json`. Result is plain text, never HTML.
 */
export type Translate = ((key: string, values?: Record<string, MessageValue>) => string) & { readonly lang: Lang }

export const isLang = (code: string | undefined): code is Lang => (languages as readonly string[]).includes(code ?? '')

/** Without a region Intl takes the largest: Brazil for Portuguese, the United States for English. We are in Europe. */
const regions: Readonly<Record<string, string>> = { pt: 'pt-PT', en: 'en-GB' }
/** The tag that Intl needs to write this language as its cities do. */
export const regionalTag = (lang: string): string => regions[lang] ?? lang

const kept = <Made>(make: (lang: string) => Made) => remember(50, (lang) => make(regionalTag(lang)))

const numbers = kept((lang) => new Intl.NumberFormat(lang))
const dates = kept((lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Europe/Brussels' }))
const moments = kept(
  (lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Brussels' }),
)
/** Sweden writes days as ISO 8601 does. */
const civilDays = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'Europe/Brussels' })
/** Intl throws for what has not the shape of a code; such a text may stand in any address. */
const nameIn = (names: Intl.DisplayNames, code: string): string => {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
// Intl looks names up in tables each time; a page of cards asks for hundreds.
const namesOf = (type: 'region' | 'language') =>
  kept((lang) => {
    const names = new Intl.DisplayNames(lang, { type })
    return remember(500, (code) => nameIn(names, code))
  })
const countries = namesOf('region')
const tongues = namesOf('language')
const collators = kept((lang) => new Intl.Collator(lang, { sensitivity: 'base', numeric: true }))

/** 1234567 → "1.234.567" in German. */
export const formatNumber = (lang: string, value: number): string => numbers(lang).format(value)
/** A day, written out: "23. November 2026". */
export const formatDate = (lang: string, day: Date): string => dates(lang).format(day)
/** A moment with its time, shown in the network's zone (Europe/Brussels). */
export const formatMoment = (lang: string, moment: Date): string => moments(lang).format(moment)
/** The civil day of a moment in the network's zone, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => civilDays.format(moment)
/** ISO 3166-1 alpha-2 code → the country's name; an unknown code is given back as it is. */
export const countryName = (lang: string, code: string): string => countries(lang)(code)
/** ISO 639 code → the language's name in the reader's language. */
export const languageName = (lang: string, code: string): string => tongues(lang)(code)
/** What a field offers in which somebody chooses a language: in the order of these codes, named to the reader. */
export const languageChoices = (lang: string, codes: readonly string[]): { value: string; label: string }[] =>
  codes.map((code) => ({ value: code, label: languageName(lang, code) }))
/** Sorts as the reader's language does: `names.sort(compareIn('pl'))`. */
export const compareIn = (lang: string): ((one: string, other: string) => number) => collators(lang).compare

/** The first of the reader's wishes that the interface speaks; `Accept-Language` as browsers send it (RFC 9110, 12.5.4). */
export function preferredLanguage(acceptLanguage: string | undefined, fallback: Lang): Lang {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const quality = settings.map((s) => /^\s*q=([0-9.]+)/.exec(s)?.[1]).find((q) => q !== undefined)
      return { tag: tag.toLowerCase().split('-')[0], weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight)
  return wishes.map((wish) => wish.tag).find(isLang) ?? fallback
}
