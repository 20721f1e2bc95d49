// A table of a statistical office: held against the members row by row, nobody guessed, nothing recorded before a yes.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { parseCount } from './count.ts'
import { checkFigures, type KnownMember } from './figure-rows.ts'

const member = (id: number, slug: string, names: string[], country: string, population?: number): KnownMember => ({
  ...{ id, slug, names, country, name: names[0] ?? '' },
  figures: population === undefined ? [] : [{ asOf: '2023-12-31', population }],
})
const members = [
  member(1, 'de-kaiserslautern', ['Kaiserslautern'], 'DE', 99_000),
  member(2, 'de-cologne', ['Köln', 'Cologne', 'Keulen'], 'DE', 1_080_000),
  member(3, 'fr-nice', ['Nice', 'Nizza'], 'FR', 342_000),
  member(4, 'it-nizza', ['Nizza'], 'IT'),
  member(5, 'es-valencia', ['Valencia'], 'ES', 792_000),
  member(6, 'es-region-valencia', ['Valencia'], 'ES'),
]
const all = { country: 'DE', asOf: '2024-12-31', source: 'office' }
const check = (rows: string[][], today = '2026-01-01') => checkFigures(rows, members, all, today)

describe('a table', () => {
  test('of German communes, with a title above and its own headings, finds two members and their classes', () => {
    const found = check([
      ['Bevölkerung nach Gemeinden', '', ''],
      ['Gemeinde', 'AGS', 'Einwohner'],
      ['Kaiserslautern, kreisfreie Stadt', '07312000', '101.500'],
      ['Köln, Stadt', '05315000', '1 087 353'],
      ['Kleinkleckersdorf', '1', '12'],
      ['', '', ''],
    ])
    expect(found).toMatchObject({
      ...{ total: 3, same: 0, unclear: [{ row: 5, given: 'Kleinkleckersdorf', problem: 'unknown' }] },
      changes: [
        {
          ...{ row: 3, slug: 'de-kaiserslautern', before: 99_000, population: 101_500, asOf: '2024-12-31' },
          ...{ sizeBefore: 'from-50000', size: 'from-100000', source: 'office' },
        },
        { row: 4, slug: 'de-cologne', population: 1_087_353, sizeBefore: 'from-500000', size: 'from-500000' },
      ],
    })
  })

  test('says the country itself, so that Nizza in Italy is not Nice', () => {
    const found = check([
      ['name', 'country', 'population', 'year', 'source'],
      ['Nizza', 'IT', '10000', '2022', 'ISTAT'],
      ['nizza', 'fr', '350000', '', ''],
    ])
    expect(found?.changes).toMatchObject([
      { slug: 'it-nizza', asOf: '2022-12-31', source: 'ISTAT', before: null },
      { slug: 'fr-nice', asOf: '2024-12-31' },
    ])
  })

  test.each([
    ['a name that two members have', ['Valencia', 'ES', '800000', ''], 'ambiguous'],
    ['a name of another country', ['Nice', 'DE', '1', ''], 'unknown'],
    ['part of a name', ['Kaisers', 'DE', '1', ''], 'unknown'],
    ['decimals', ['Köln', 'DE', '1.5', ''], 'population'],
    ['no figure', ['Köln', 'DE', '–', ''], 'population'],
    ['a formula', ['Köln', 'DE', '=1+1', ''], 'population'],
    ['nobody', ['Köln', 'DE', '0', ''], 'population'],
    ['a day that does not exist', ['Köln', 'DE', '5', '2024-02-31'], 'as-of'],
    ['a day to come', ['Köln', 'DE', '5', '2026-01-02'], 'as-of'],
  ])('%s is listed, not guessed', (_, row, problem) => {
    const found = check([['name', 'country', 'population', 'as_of'], row])
    expect([found?.changes, found?.unclear]).toEqual([[], [{ row: 2, given: row[0], problem }]])
  })

  test('naming a member twice is unclear both times; by the slug it is clear who is meant', () => {
    const found = check([
      ['slug', 'name', 'population'],
      ['es-valencia', '', '800000'],
      ['', 'Köln', '5'],
      ['', 'Cologne', '6'],
    ])
    expect(found?.changes.map(({ slug }) => slug)).toEqual(['es-valencia'])
    expect(found?.unclear.map(({ problem }) => problem)).toEqual(['twice', 'twice'])
  })

  test('that says what is known changes nothing; without headings it is none', () => {
    expect(
      check([
        ['name', 'population', 'as_of'],
        ['Köln', '1080000', '2023-12-31'],
      ]),
    ).toMatchObject({ same: 1, changes: [] })
    expect(check([['Köln', '5']])).toBeUndefined()
  })
})

test.each([
  ['97684', 97_684],
  ['97.684', 97_684],
  ['1 087 353', 1_087_353],
  ['1’087’353', 1_087_353],
  ['1,087,353', 1_087_353],
  ['97.68', undefined],
  ['97,5', undefined],
  ['-5', undefined],
  ['1e5', undefined],
  ['١٢٣', undefined],
  ['', undefined],
])('“%s” is read as %s', (text, count) => {
  expect(parseCount(text)).toBe(count)
})

describe('through the pages', () => {
  let town: Town
  let office: Visitor
  const table = (text: string) => new File([text], 'figures.csv')
  const bring = (who: Visitor, text: string) =>
    who.post('/memberships/figures', {
      country: 'DE',
      as_of: '2025-06-30',
      source: 'Destatis (test)',
      file: table(text),
    })
  const count = () => fill(town, 'select count(*) from population_figure')
  beforeAll(async () => {
    town = await openTown()
    office = await town.as('carsten-mittelweg')
  })

  test('the German office sees what would change, records it once, and not what is another country’s', async () => {
    const before = await count()
    const brought = await bring(office, 'Gemeinde;Einwohner\r\nKöln;1.090.000\r\nMannheim;320000\r\nGraz;5\r\n')
    const run = brought.headers.get('location') ?? ''
    expect(run).toMatch(/^\/memberships\/figures\/\d+$/)
    const html = await office.page(run)
    expect(html).toContain('2 new figures')
    expect(html).toContain('1,090,000')
    expect(html).toMatch(/Graz[\s\S]*No member of yours is called so/)
    expect(await count()).toBe(before)
    await Promise.all([office.post(`${run}/confirmation`), office.post(`${run}/confirmation`)])
    expect(await count()).toBe(before + 2)
    expect(await office.page(run)).toContain('The figures are recorded')
    expect(await town.visitor.page('/memberships/de-cologne')).toContain('Destatis (test)')
    // The network's office works elsewhere, and a coordinator not at all.
    for (const slug of ['irena-halvorsdottir-blau', 'ada-lindmoser'])
      expect([403, 404]).toContain((await (await town.as(slug)).get(run)).status)
    expect((await (await town.as('irena-halvorsdottir-blau')).post(`${run}/confirmation`)).status).toBe(404)
    expect((await bring(await town.as('ada-lindmoser'), 'Gemeinde;Einwohner\r\nKöln;1\r\n')).status).toBe(403)
  })

  test.each([
    ['nothing', '', 'The file is empty'],
    ['no headings', 'Köln;5\r\nBonn;6\r\n', 'No row names its columns'],
    ['a broken quote', 'name,population\r\n"Köln,5\r\n', 'quotation mark'],
  ])('a file with %s comes back with a sentence', async (_, text, sentence) => {
    const answer = await bring(office, text)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html.includes(sentence) || html.includes('Please choose a file'), sentence).toBe(true)
  })

  test('without file, day, source and country each field says what is missing', async () => {
    const answer = await office.post('/memberships/figures')
    const html = await answer.text()
    expect([answer.status, html.includes('Please choose a country.'), html.includes('Please give a day')]).toEqual([
      422,
      true,
      true,
    ])
  })

  test('names and sources that are too long are cut, also in the middle of a sign of two parts', async () => {
    const text = `name,population,source\r\n${'x'.repeat(119)}😀,5,y\r\nKöln,7,${'y'.repeat(299)}😀\r\n`
    const answer = await office.post('/memberships/figures', {
      ...{ country: 'DE', as_of: '2025-06-30', source: 'x' },
      file: new File([text], `😀${'n'.repeat(115)}.csv`),
    })
    expect(answer.status).toBe(303)
    expect((await office.get(answer.headers.get('location') ?? '')).status).toBe(200)
  })

  test('thrown away it is gone', async () => {
    const run = (await bring(office, 'name,population\r\nKöln,7\r\n')).headers.get('location') ?? ''
    await office.post(`${run}/removal`)
    expect((await office.get(run)).status).toBe(404)
  })
})
