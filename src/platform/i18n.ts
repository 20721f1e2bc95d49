// Messages: ICU texts from locales/<lang>/<feature>.json, one translator per language.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Lang, languages, type MessageValue, regionalTag, type Translate } from '#kernel/locale.ts'
import { projectRoot } from './project-root.ts'

/** French puts a space before its double signs and inside its quotation marks; a line must not break there. */
const typeset = (lang: Lang, text: string): string =>
  lang === 'fr' ? text.replaceAll(/ (?=[;:?!»])|(?<=«) /g, '\u00a0') : text

const load = (lang: Lang): Map<string, string> => {
  const folder = join(projectRoot, 'locales', lang)
  const texts = new Map<string, string>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(messages)) texts.set(`${file.slice(0, -5)}.${key}`, typeset(lang, text))
  }
  return texts
}

const create = (lang: Lang): Translate => {
  const texts = load(lang)
  const compiled = new Map<string, IntlMessageFormat>()
  const translate = (key: string, values?: Record<string, MessageValue>): string => {
    const text = texts.get(key)
    // A missing message is found by a test, never by a reader: show the key rather than fail the page.
    if (text === undefined) return key
    if (values === undefined && !text.includes('{') && !text.includes("'")) return text
    const message = compiled.get(key) ?? new IntlMessageFormat(text, regionalTag(lang))
    compiled.set(key, message)
    return String(message.format(values))
  }
  return Object.assign(translate, { lang })
}

const translators = new Map<Lang, Translate>()

/** The translator of a language; loaded once, on first use. */
export const translator = (lang: Lang): Translate => {
  const known = translators.get(lang)
  if (known !== undefined) return known
  const fresh = create(lang)
  translators.set(lang, fresh)
  return fresh
}

/** Compiles nothing yet but reads all files, so that a broken one shows at the start and not on a page. */
export const loadMessages = (): void => languages.forEach((lang) => void translator(lang))
