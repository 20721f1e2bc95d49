// What a digest says, and how large it becomes whatever comes in.
import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import type { AudienceKind } from '#kernel/audience.ts'
import { languages } from '#kernel/locale.ts'
import { translator } from '#platform/i18n.ts'
import { type Edition, editionOf, type Given, isEmpty, type Rules, saysNews, type Told } from './edition.ts'
import { letterOf } from './letter.ts'
import type { Frame } from './letter-parts.ts'

const kind = { kind: 'question', label: 'questions.one', plural: 'questions.title' }
const kinds = new Map([['question', { ...kind, path: (id: number) => `/questions/${id}` }]])
const rulesIn = (lang: (typeof languages)[number], amberBodies = false): Rules => ({
  ...{ t: translator(lang), kinds, amberBodies },
})
const frameIn = (lang: (typeof languages)[number]): Frame => ({
  ...{ t: translator(lang), network: 'Vicinia', name: 'Ada Lindmoser', office: false, day: '26 November 2026' },
  ...{ areas: ['asked', 'watched'], baseUrl: 'https://vicinia.example', settings: '/notices/settings', home: '/' },
  ending: 'https://vicinia.example/digests/ending?by=1&code=x',
})

const toldAs = (id: number, audienceKind: AudienceKind, more: Partial<Told> = {}): Told => ({
  ...{ id, kind: 'question', title: `Titel ${id}`, summary: `Inhalt ${id}.`, lang: 'de', audienceKind, of: 'Graz' },
  ...{ namedNowhere: audienceKind === 'persons', ...more },
})
const given = (contributionId: number, section: Given['section'] = 'news', counts = true): Given => ({
  ...{ contributionId, section, counts },
})
const mapOf = (...told: readonly Told[]) => new Map(told.map((one) => [one.id, one]))
const textOf = (edition: Edition): string => {
  const { subject, text, html } = letterOf(frameIn('en'), edition)
  return [subject, text, html].join('\n')
}

describe('what is told', () => {
  test('what is within reach no more is left out without a trace', () => {
    const edition = editionOf([given(1), given(2)], mapOf(toldAs(1, 'public')), rulesIn('en'))
    expect(edition).toMatchObject({ confided: 0, keys: ['c 1'], contributions: [1] })
    expect(textOf(edition)).not.toContain('Titel 2')
  })

  test('TLP:RED is counted, and neither title nor text nor address is anywhere', () => {
    const edition = editionOf([given(7)], mapOf(toldAs(7, 'persons')), rulesIn('en', true))
    expect([edition.confided, isEmpty(edition)]).toEqual([1, false])
    expect(textOf(edition)).toContain('waiting for you that no e-mail names')
    expect(textOf(edition)).not.toMatch(/Titel|Inhalt|Graz|questions\/7|TLP:RED/)
  })

  test('a room under the Chatham House Rule is not named either, also of what is no contribution', () => {
    const rule = toldAs(7, 'room', { namedNowhere: true, of: 'Vertraulicher Kreis' })
    const meeting = { key: 'meeting 1', title: 'Geheimtreffen', href: '/rooms/1', namedNowhere: true }
    const all = [given(7), { ...meeting, section: 'ends', counts: true } as const]
    const edition = editionOf(all, mapOf(rule), rulesIn('en', true))
    expect(edition.confided).toBe(2)
    expect(textOf(edition)).not.toMatch(/Titel|Kreis|Geheimtreffen|rooms\/1/)
  })

  test.each([
    ['public', 'TLP:CLEAR', false, true],
    ['network', 'TLP:GREEN', false, true],
    ['forum', 'TLP:AMBER', false, false],
    ['room', 'TLP:AMBER', false, false],
    ['organisation', 'TLP:AMBER+STRICT', false, false],
    ['organisation', 'TLP:AMBER+STRICT', true, true],
    ['room', 'TLP:AMBER', true, true],
  ] as const)(
    '%s: labelled %s; where the office lets AMBER go (%s) its text stands there (%s)',
    (audience, label, lets, told) => {
      const edition = editionOf([given(1)], mapOf(toldAs(1, audience)), rulesIn('en', lets))
      const { text, html } = letterOf(frameIn('en'), edition)
      for (const one of [text, html]) {
        expect(one).toContain('Titel 1')
        expect(one).toContain(label)
        expect(one.includes('Inhalt 1.')).toBe(told)
      }
    },
  )

  test('each thing once: asked and to be decided before new', () => {
    const all = [given(1, 'news'), given(1, 'decide'), given(2, 'news'), given(2, 'asked')]
    const edition = editionOf(all, mapOf(toldAs(1, 'public'), toldAs(2, 'public')), rulesIn('en'))
    expect(edition.sections.map(({ name, things }) => [name, things.length])).toEqual([
      ['asked', 1],
      ['decide', 1],
    ])
  })

  test('what was told once in the same state is no news; what comes at once alone makes no digest', () => {
    const told = mapOf(toldAs(1, 'public'), toldAs(2, 'public'))
    const edition = editionOf([given(1), given(2, 'asked', false)], told, rulesIn('en'))
    expect(saysNews(edition, new Map())).toBe(true)
    expect(saysNews(edition, new Map([['c 1', 0]]))).toBe(false)
    expect(saysNews(editionOf([{ ...given(1), newest: 9 }], told, rulesIn('en')), new Map([['c 1 8', 0]]))).toBe(true)
  })
})

test('a title keeps its language, with a mark in the reader’s', () => {
  const edition = editionOf([given(1)], mapOf(toldAs(1, 'public')), rulesIn('pl'))
  const { html, text } = letterOf(frameIn('pl'), edition)
  expect(html).toContain('<html lang="pl">')
  expect(html).toMatch(/lang="de">Titel 1<\/a>/)
  expect(text).toContain('język: niemiecki')
})

test('what others wrote is one line and no markup', () => {
  const title = 'Ziel\r\nBcc: x@evil.example\n\n<script>alert(1)</script> "><img src=x>\u202Ehttp://evil.example'
  const edition = editionOf([given(1)], mapOf(toldAs(1, 'public', { title })), rulesIn('de'))
  const { html, text } = letterOf(frameIn('de'), edition)
  expect(html).not.toMatch(/<script|<img/)
  expect(text.split('\n').filter((line) => line.includes('evil'))).toHaveLength(1)
  expect(html + text).not.toContain('\u202E')
})

test('a long text ends with a sentence or a word', () => {
  const summary = `${'Ein ganzer Satz über Beleuchtung in Unterführungen. '.repeat(3)}${'wort '.repeat(100)}`
  const edition = editionOf([given(1)], mapOf(toldAs(1, 'public', { summary })), rulesIn('de'))
  expect(edition.sections[0]?.things[0]?.text).toMatch(/Unterführungen\.$/)
  const words = editionOf([given(1)], mapOf(toldAs(1, 'public', { summary: 'wort '.repeat(100) })), rulesIn('de'))
  expect(words.sections[0]?.things[0]?.text).toMatch(/wort …$/)
})

describe('under 60 kB', () => {
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const any = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }))
  const worst = fc.constantFrom('👩🏽‍🚒'.repeat(300), '&"<>\''.repeat(300), 'ż'.repeat(900), '='.repeat(900))
  const words = fc.oneof(any, worst)
  const thing = fc.record({
    title: words,
    summary: words,
    of: words,
    note: words,
    section: fc.constantFrom('asked', 'news', 'decide', 'ends'),
  })

  test('whatever comes in, in every language, as it travels', async () => {
    const property = fc.asyncProperty(
      fc.array(thing, { maxLength: 80 }),
      fc.constantFrom(...languages),
      words,
      async (things, lang, name) => {
        const told = mapOf(...things.map(({ title, summary, of }, id) => toldAs(id, 'public', { title, summary, of })))
        const all = things.map(({ section, note }, id) => ({ ...given(id, section as Given['section']), note }))
        const edition = editionOf(all, told, rulesIn(lang))
        const letter = letterOf({ ...frameIn(lang), name: [...name].slice(0, 200).join('') }, edition)
        const { message } = await builder.sendMail({ from: 'a@b.example', to: 'c@d.example', ...letter })
        expect((message as Buffer).length).toBeLessThan(60_000)
        for (const { title } of edition.sections.flatMap(({ things: shown }) => shown.slice(0, 1)))
          expect(letter.text).toContain(title)
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })

  test('the rest is counted, with a way to it', () => {
    const many = Array.from({ length: 40 }, (_, id) => id + 1)
    const edition = editionOf(
      many.map((id) => given(id)),
      mapOf(...many.map((id) => toldAs(id, 'public'))),
      rulesIn('en'),
    )
    expect(letterOf(frameIn('en'), edition).text).toContain('and 28 more\nhttps://vicinia.example/')
    expect(letterOf(frameIn('en'), edition).subject).toBe('Vicinia, 26 November 2026: 40 things for you')
  })
})
