// Every word of the interface exists in all eight languages, is used somewhere, and compiles.
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { filesOf, houseSources } from './house-files.ts'

type Messages = ReadonlyMap<string, string>
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const messagesOf = (lang: string): Messages => {
  const texts = new Map<string, string>()
  for (const file of filesOf(`locales/${lang}/*.json`)) {
    const feature = file.path.slice(file.path.lastIndexOf('/') + 1, -'.json'.length)
    for (const [key, text] of Object.entries(JSON.parse(file.text) as Record<string, string>))
      texts.set(`${feature}.${key}`, text)
  }
  return texts
}

const english = messagesOf('en')
const rooms = new Set([...english.keys()].map((key) => key.slice(0, key.indexOf('.'))))
const belongsToRoom = (key: string): boolean => rooms.has(key.slice(0, key.indexOf('.')))

/** `name: 'practices.newest'` names a home part or a listener, `'accounts.own':` a permission, `'people.json'` a file. */
const keysIn = (text: string): string[] =>
  [...text.matchAll(/(name: )?'([a-z]+\.(?!json')[a-z0-9-]+)'(?!:)/g)]
    .filter((found) => found[1] === undefined && belongsToRoom(found[2] ?? ''))
    .map((found) => found[2] ?? '')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** `practices.refusal-${refusal}` stands for every key of that shape. */
const patternsIn = (text: string): string[] =>
  [...text.matchAll(/`([a-z]+\.[a-z0-9-]*(?:\$\{(?:[^{}`]|\{[^{}]*\})*\}[a-z0-9-]*)+)`/g)]
    .map((found) => found[1] ?? '')
    .filter(belongsToRoom)

const shapeOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split(/\$\{(?:[^{}`]|\{[^{}]*\})*\}/)
      .map(escaped)
      .join('[a-z0-9-]+')}$`,
  )

const used = houseSources.flatMap(({ path, text }) => keysIn(text).map((key) => ({ path, key })))
const patterns = houseSources.flatMap(({ path, text }) => patternsIn(text).map((pattern) => ({ path, pattern })))

/** The parser's number for plain text; a plural's `#` carries no `value`. */
const literal: number = 0
const placeholdersIn = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => [
    ...('value' in element && element.type !== literal ? [String(element.value)] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => placeholdersIn(option.value)) : []),
  ])
const placeholders = (lang: string, text: string): string[] =>
  [...new Set(placeholdersIn(new IntlMessageFormat(text, lang).getAst()))].sort()

test('every message that the code asks for exists', () => {
  const missing = used.filter(({ key }) => !english.has(key)).map(({ path, key }) => `${key} (${path})`)
  expect([...new Set(missing)].sort()).toEqual([])
})

test('every pattern of messages fits at least one', () => {
  const empty = patterns.filter(({ pattern }) => ![...english.keys()].some((key) => shapeOf(pattern).test(key)))
  expect(empty.map(({ path, pattern }) => `${pattern} (${path})`)).toEqual([])
})

test('no message stands unused', () => {
  const asked = new Set(used.map(({ key }) => key))
  const shapes = patterns.map(({ pattern }) => shapeOf(pattern))
  expect([...english.keys()].filter((key) => !asked.has(key) && !shapes.some((shape) => shape.test(key)))).toEqual([])
})

for (const lang of languages) {
  test(`${lang} has the same messages with the same placeholders as English, and all compile`, () => {
    const own = messagesOf(lang)
    const missing = [...english.keys()].filter((key) => !own.has(key)).map((key) => `${key}: missing`)
    const extra = [...own.keys()].filter((key) => !english.has(key)).map((key) => `${key}: not in English`)
    const different = [...own].filter(([key, text]) => {
      const original = english.get(key)
      return original !== undefined && `${placeholders('en', original)}` !== `${placeholders(lang, text)}`
    })
    const empty = [...own].filter(([, text]) => text.trim() === '').map(([key]) => `${key}: empty`)
    expect([...missing, ...extra, ...empty, ...different.map(([key]) => `${key}: other placeholders`)]).toEqual([])
  })
}
