// Practices taken out as a table: everything one may read, nothing else, in a form that another program reads back.
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCsv } from '#platform/tables/read-csv.ts'
import { readXlsx } from '#platform/tables/read-xlsx.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { columns } from './columns.ts'
import type { PracticeRow } from './schema.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
const limits = { rows: 20_000, columns: 100 }

const complete = {
  title: 'Night walks with residents',
  summary: 'Residents and the office walk through the quarter at night.',
  lang: 'en',
  problem: '=1+1\n- residents avoided the park, "always"; never;\ttabs',
  response: '\'=HYPERLINK("http://evil.example")',
  results: '@SUM(A1)',
  partners: '- police\n- Łódź & <co>',
  evidence: '0',
  yearStart: '2019',
  sources: 'Evaluation 2024 | https://example.org/a?b=c&d\nAn old paper',
  'concepts[]': ['public-space', 'lighting'],
  audience: '1',
}
const publish = async (who: Visitor, fields: Record<string, string | readonly string[]>): Promise<void> => {
  const path = (await who.post('/practices', { ...complete, ...fields })).headers.get('location') ?? ''
  const answer = await who.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  expect([fields['title'], answer.status]).toEqual([fields['title'], 303])
}
const audienceOf = async (who: Visitor, words: string): Promise<string> =>
  new RegExp(`<option value="(\\d+)"[^>]*>[^<]*${words}`).exec(await who.page('/practices/import'))?.[1] ?? ''

const bytesOf = async (who: Visitor, address: string): Promise<Uint8Array> => {
  const answer = await who.get(address)
  expect([address, answer.status]).toEqual([address, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const jsonOf = async (who: Visitor, query = ''): Promise<PracticeRow[]> =>
  (
    JSON.parse(new TextDecoder().decode(await bytesOf(who, `/practices/export.json${query}`))) as {
      practices: PracticeRow[]
    }
  ).practices
const titlesOf = (rows: readonly PracticeRow[]): string[] => rows.map(({ title }) => title)

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  await publish(ada, { title: 'Everything odd in one practice' })
  await publish(beatriz, { title: 'For the network', audience: '2' })
  await publish(beatriz, {
    title: 'For Porto alone',
    audience: await audienceOf(beatriz, 'Only our own administration'),
  })
  await publish(beatriz, { title: 'For two', audience: 'persons', persons: 'Ada Lindmoser' })
  await ada.post('/practices', { ...complete, title: 'A draft of Graz' })
})

describe('who gets what', () => {
  test('a visitor gets what is public and no more, and nobody’s name', async () => {
    for (const format of ['csv', 'json']) {
      const text = new TextDecoder().decode(await bytesOf(town.visitor, `/practices/export.${format}?drafts=yes`))
      expect(text).toContain('Everything odd in one practice')
      expect(text).not.toMatch(
        /For the network|For Porto alone|For two|A draft of Graz|TLP:(?:GREEN|AMBER|RED)|Lindmoser/,
      )
    }
  })

  test('Ada gets what is for the network, but not what Porto keeps to itself, and never TLP:RED, though she may read it', async () => {
    expect(await ada.page('/practices')).toContain('For two')
    const titles = titlesOf(await jsonOf(ada, '?drafts=yes'))
    expect(titles).toContain('For the network')
    expect(titles).not.toContain('For Porto alone')
    expect(titles).not.toContain('For two')
    expect(titlesOf(await jsonOf(beatriz))).toContain('For Porto alone')
    expect(titlesOf(await jsonOf(beatriz, '?drafts=yes'))).not.toContain('For two')
  })

  test('drafts come only where they are asked for, and only to those who may read them', async () => {
    expect(titlesOf(await jsonOf(ada))).not.toContain('A draft of Graz')
    expect(titlesOf(await jsonOf(ada, '?drafts=yes'))).toContain('A draft of Graz')
    expect(titlesOf(await jsonOf(beatriz, '?drafts=yes'))).not.toContain('A draft of Graz')
  })

  test('the number of rows is the number of the list, and the filters come along', async () => {
    const counted = (html: string) => Number(/result-line[^>]*>(\d+)/.exec(html)?.[1])
    expect((await jsonOf(town.visitor)).length).toBe(counted(await town.visitor.page('/practices')))
    const filter = '?country=AT&country=FR&concept=public-space'
    const narrowed = await jsonOf(town.visitor, filter)
    expect(narrowed.length).toBe(counted(await town.visitor.page(`/practices${filter}`)))
    expect(new Set(narrowed.map(({ country }) => country))).toEqual(new Set(['AT', 'FR']))
    const list = await town.visitor.page(`/practices${filter}`)
    expect(list).toContain('href="/practices/export?concept=public-space&amp;country=AT&amp;country=FR"')
  })

  test('no cache on the way keeps a file', async () => {
    for (const format of ['csv', 'xlsx', 'json'])
      expect((await ada.get(`/practices/export.${format}`)).headers.get('cache-control')).toBe('private, no-store')
  })

  test('whoever signs out while the file is written gets nothing more by it', async () => {
    const carsten = await town.as('carsten-mittelweg')
    const answer = await carsten.get('/practices/export.json')
    await town.database.system
      .withTables<{ session: { person_id: number } }>()
      .deleteFrom('session')
      .where('person_id', '=', await town.personId('carsten-mittelweg'))
      .execute()
    expect(await answer.text()).not.toContain('For the network')
  })
})

describe('what is in it', () => {
  const odd = (rows: readonly (readonly string[])[]): Record<string, string> => {
    const row = rows.find((cells) => cells.includes('Everything odd in one practice')) ?? []
    return Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? '']))
  }
  const expected = {
    tlp: 'TLP:CLEAR',
    state: 'published',
    city: 'Graz',
    country: 'AT',
    language: 'en',
    concepts: 'lighting; public-space',
    year_start: '2019',
    year_end: '',
    evidence: '0',
    problem: complete.problem,
    response: complete.response,
    results: complete.results,
    partners: complete.partners,
    sources: complete.sources,
  }

  test('a CSV file reads back exactly, and no cell begins as a formula', async () => {
    const bytes = await bytesOf(town.visitor, '/practices/export.csv')
    const read = readCsv(bytes, 'en', limits)
    if (!read.done) throw new Error(read.refusal)
    expect(read.value.rows[0]).toEqual(columns.map(({ name }) => name))
    expect(odd(read.value.rows)).toMatchObject(expected)
    const { parse } = await import('csv-parse/sync')
    const cells = (parse(Buffer.from(bytes), { bom: true }) as string[][]).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test('a workbook reads back exactly: texts as strings, years as numbers, no formula anywhere', async () => {
    const bytes = await bytesOf(town.visitor, '/practices/export.xlsx')
    const read = await readXlsx(bytes, limits)
    if (!read.done) throw new Error(read.refusal)
    expect(odd(read.value.rows)).toMatchObject(expected)
    const { strFromU8, unzipSync } = await import('fflate')
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('<v>2019</v>')
  })

  test('topics are readable in the reader’s language too', async () => {
    const german = await town.visitor.get('/practices/export.csv?lang=de')
    expect(await german.text()).toContain('Beleuchtung')
  })

  test('the JSON file keeps the schema that is published beside it', async () => {
    const schema = JSON.parse(await town.visitor.page('/practices/schema.json'))
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const file = JSON.parse(await ada.page('/practices/export.json?drafts=yes'))
    expect(z.fromJSONSchema(schema).safeParse(file).error?.issues ?? []).toEqual([])
    expect(z.fromJSONSchema(schema).safeParse({ practices: [{ title: 'x' }] }).success).toBe(false)
  })

  test('every column is explained, in the reader’s language', async () => {
    const html = await town.visitor.page('/practices/schema?lang=fr')
    for (const { name } of columns) expect(html).toContain(`<code>${name}</code>`)
    expect(html).toContain('Les colonnes du tableau')
  })
})

test('the page says what is left out; a visitor is not invited to import', async () => {
  const html = await town.visitor.page('/practices/export?country=AT')
  expect(html).toContain('TLP:RED')
  expect(html).toContain('name="country" value="AT"')
  expect(html).not.toContain('/practices/import')
  expect(await ada.page('/practices/export')).toContain('href="/practices/import"')
})
