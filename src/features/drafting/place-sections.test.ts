// Reports as cities write them, in eight languages: each section goes under the part that its heading announces.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import type { Block } from '#platform/documents/document.ts'
import { readPlain } from '#platform/documents/read-plain.ts'
import { translator } from '#platform/i18n.ts'
import { languageOf } from '#thesaurus/detect-language.ts'
import { partNames } from '../practices/public.ts'
import strange from './fixtures/strange-headings.json' with { type: 'json' }
import { placeSections } from './place-sections.ts'
import { recogniseHeading } from './recognise-heading.ts'

const folder = join(import.meta.dirname, 'fixtures')
/** "## 1. Ausgangslage => problem": the text, and where a person put its sections. */
const told = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const expected = [...text.matchAll(/^#+ (.+) => (\w+)$/gm)].map(([, heading = '', place = '']) => ({
      heading,
      place,
    }))
    return { name, lang: name.slice(0, 2), text: text.replaceAll(/ => \w+$/gm, ''), expected }
  })
const blocksOf = (text: string): readonly Block[] => {
  const reading = readPlain(text)
  return reading.read ? reading.blocks : []
}

describe.each(told)('$name', ({ lang, text, expected }) => {
  test('goes under its parts', () => {
    const { title, sections } = placeSections(blocksOf(text), lang)
    const found = sections
      .filter(({ heading }) => heading !== '')
      .map(({ heading, proposed = 'none' }) => ({ heading, place: proposed }))
    expect(found).toEqual(expected)
    expect(title).toBe(/^# (.*)$/m.exec(text)?.[1])
  })
  test('is recognised as what it is written in, whoever brings it', async () => {
    for (const reader of ['de', 'en', 'es', 'pl']) expect(await languageOf(text, reader)).toBe(lang)
  })
})

test.each([
  ['3.2 Finanzierung und Kosten', 'de', 'cost'],
  ['PROJEKTKOSTEN', 'de', 'cost'],
  ['Netzwerkpartner', 'de', 'partners'],
  ['II. Umsetzung der Maßnahmen', 'de', 'response'],
  ['Lessons learned', 'de', 'lessons'],
  ['Evaluation and monitoring', 'en', 'evaluation'],
  ['Les freins et les leviers', 'fr', 'lessons'],
  ['Qué hicimos', 'es', 'response'],
  ['Kontakt i źródła', 'pl', 'nowhere'],
])('%s (%s) means %s', (heading, lang, meant) => {
  expect(recogniseHeading(heading, lang)?.meant).toBe(meant)
})

test.each(['Der Jakominiplatz bei Nacht', 'Frau Huber erzählt', '2019', '', '!!!', 'a'.repeat(5000)])(
  '"%.30s" means nothing',
  (heading) => {
    expect(recogniseHeading(heading, 'de')).toBeUndefined()
  },
)

test('headings of other people’s forms, gathered after the vocabulary was written, are nine times in ten understood', () => {
  const list = strange as [lang: string, heading: string, meant: string][]
  const wrong = list.filter(([lang, heading, meant]) => recogniseHeading(heading, lang)?.meant !== meant)
  expect(wrong.length / list.length, wrong.map(([, heading]) => heading).join('; ')).toBeLessThan(0.1)
})

test('a line by itself that is exactly the name of a part is a heading, however it is set', () => {
  const text =
    'Nachtlicht Graz\n\nKosten:\n\nDie Stadt zahlt 100 Euro im Jahr für zwei Lampen.\n\nErgebnisse\n\nEs ist heller.'
  const { sections } = placeSections(blocksOf(text), 'de')
  expect(sections.map(({ heading, proposed }) => [heading, proposed])).toEqual([
    ['Kosten', 'cost'],
    ['Ergebnisse', 'results'],
  ])
})

test.each(languages)('the headings of our own pages are known in %s', (lang) => {
  const t = translator(lang)
  const meant = partNames.map((name) => recogniseHeading(t(`practices.part-${name}`), lang)?.meant)
  expect(meant).toEqual([...partNames])
})
