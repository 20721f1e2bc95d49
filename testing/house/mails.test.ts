// Every mail has an example in the catalogue, and can be read in each language: by people, and by mail programs that show 78 columns.
import { beforeAll, describe, expect, test } from 'vitest'
import { type Lang, languages } from '#kernel/locale.ts'
import { loadMessages, translator } from '#platform/i18n.ts'
import { compose } from '#platform/mail/compose.ts'
import { textOf } from '#platform/mail/mail.ts'
import { features } from '../../src/features.ts'
import { houseSources } from './house-files.ts'

beforeAll(loadMessages)

test('every feature that writes mails shows them in the catalogue', () => {
  const writing = houseSources
    .filter(
      ({ path, text }) =>
        /^src\/features\//.test(path) &&
        /\bmail\(|\btell\(|writeMail\(/.test(text.replace(/function (?:\w*mail\w*|tell)\(/gi, '')),
    )
    .map(({ path }) => path.split('/')[2] ?? '')
  const shown = features.filter(({ mails = [] }) => mails.length > 0).map(({ name }) => name)
  expect([...new Set(writing)].filter((name) => !shown.includes(name)).sort()).toEqual([])
})

const examples = features.flatMap((feature) =>
  (feature.mails ?? []).map((mail) => ({ feature: feature.name, ...mail })),
)

test('each is named for its feature, once', () => {
  expect(examples.filter(({ name, feature }) => !name.startsWith(`${feature}.`))).toEqual([])
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
})

const why: Record<Lang, RegExp> = {
  de: /Sie (?:erhalten|bekommen) dies/,
  en: /You (?:receive|get) this/,
  es: /Recibe (?:est|este)/,
  fr: /Vous recevez ce/,
  it: /Riceve questo|Riceve questa/,
  nl: /U (?:ontvangt|krijgt) d(?:it|eze)/,
  pl: /Otrzymują Państwo t/,
  pt: /Recebe est/,
}

describe.each(languages)('in %s', (lang) => {
  const all = () => examples.map(({ name, example }) => ({ name, ...example(lang) }))

  test('has a subject of one line, and a text', () => {
    const wrong = all().filter(({ subject, text }) => !/^\S.{5,}$/.test(subject) || text.trim().length < 40)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('no place in it was left unfilled', () => {
    const unfilled = /[{}]|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date|\b[a-z]+\.mail-/
    const wrong = all().filter((words) => unfilled.test(`${words.subject}\n${textOf(words)}`))
    expect(wrong.map((words) => `${words.name}: ${unfilled.exec(`${words.subject}\n${textOf(words)}`)?.[0]}`)).toEqual(
      [],
    )
  })

  test('news looks as it arrives: how far it may be passed on above, how to answer below; neither where nothing may be named', () => {
    const news = all().filter(({ why }) => why.includes('/notices/ending'))
    expect(news.length).toBeGreaterThan(20)
    const canAnswer = translator(lang)('incoming.can-answer')
    const named = news.filter(({ name }) => !name.includes('protected'))
    const labelled = news.filter(({ text }) => /^TLP:[A-Z+]+\n\n/.test(text))
    expect(labelled.map(({ name }) => name)).toEqual(named.map(({ name }) => name))
    // A meeting has no thread in which an answer could stand.
    const unanswered = named.filter(({ text }) => !text.endsWith(canAnswer)).map(({ name }) => name)
    expect(unanswered).toEqual([
      'notices.meeting',
      'notices.meeting-moved',
      'notices.meeting-off',
      'notices.meeting-on',
    ])
  })

  test('leaves in lines that every mail program shows', async () => {
    const long: string[] = []
    for (const { name, subject, text, why: reason } of all()) {
      const mail = { to: 'a@b.example', subject, text, why: reason }
      const { message } = await compose('Vicinia <office@vicinia.example>', mail, new Date(0))
      if (
        message
          .toString('latin1')
          .split('\r\n')
          .some((line) => line.length > 78)
      )
        long.push(name)
    }
    expect(long).toEqual([])
  })

  test('says below its text why it came, and says it once', () => {
    const silent = all().filter((words) => !why[lang].test(words.why) || why[lang].test(words.text))
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})
