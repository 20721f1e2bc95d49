// The dry run: each problem named by row and column, and a sentence for what cannot be read at all.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { bring, check, rowsOf } from './fixtures.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

const problemsOf = async (text: string): Promise<string[]> => rowsOf(await ada.page(await check(ada, text)))

describe('the dry run', () => {
  test.each([
    [
      'a missing title',
      'title,year_start\n,2019',
      'Row 2 Title (title) Please give a title of at least three characters.',
    ],
    [
      'a bad year',
      'title,year_start\nWalks,19',
      'Row 2 First year (year_start) Please write the year with four digits, for example 2024.',
    ],
    [
      'evidence out of range',
      'title,evidence\nWalks,7',
      'Row 2 Evidence (evidence) Please write a number from 0 to 5, or leave it empty.',
    ],
    [
      'a text too long',
      `title,summary\nWalks,${'x'.repeat(401)}`,
      'Row 2 In short (summary) This is too long. There is room for 400 characters.',
    ],
    [
      'a bad address',
      'title,sources\nWalks,Paper | javascript:alert(1)',
      'Row 2 Sources (sources) Please write one source a line, as title | https://address, at most 50.',
    ],
    [
      'a topic with a slip',
      'title,concepts\nWalks,Strassenbeleuchtun',
      'Row 2 Topics (concepts) We do not know a topic “Strassenbeleuchtun”. Did you mean “Straßenbeleuchtung” (lighting)?',
    ],
    [
      'a topic that nobody knows',
      'title,concepts\nWalks,qqqqqqq',
      'Row 2 Topics (concepts) We do not know a topic “qqqqqqq”.',
    ],
    [
      'a column with a slip',
      'titel x,title,evidense\n1,Walks,2',
      'Row 1 evidense We do not know a column “evidense”. Did you mean “evidence”? It is not imported.',
    ],
    [
      'another city',
      'title,city\nWalks,Porto',
      'Row 2 City (city) This row is about “Porto”. You can import practices of Graz only.',
    ],
    [
      'TLP:RED',
      'title,tlp\nWalks,TLP:RED',
      'Row 2 TLP label (tlp) TLP:RED cannot be imported. Please write this practice on its page and name the persons there.',
    ],
    [
      'TLP:AMBER without a forum',
      'title,tlp\nWalks,TLP:AMBER',
      'Row 2 TLP label (tlp) TLP:AMBER does not say for which forum or room. Please choose that one for the whole file.',
    ],
    ['two rows with the same title', 'title\nWalks\n\nwalks ', 'Row 4 Title (title) Row 2 has the same title.'],
    [
      'a practice that the city has',
      'title\nEin Tisch für alle im Innenhof (Demonstration)',
      'Row 2 Title (title) Your city already has a practice with this title.',
    ],
  ])('names %s by row and column', async (_, text, sentence) => {
    expect(await problemsOf(text)).toContain(sentence)
  })

  test('counts, and writes nothing', async () => {
    const all = '/practices/export.json?drafts=yes'
    const before = await ada.page(all)
    const html = await ada.page(await check(ada, 'title,evidence\nOne walk,1\nTwo walks,9\nThree walks,2'))
    expect(html).toMatch(/3 rows were read.*2 can become drafts\..*One has a problem and is left out\./s)
    expect(html).toContain('Import the 2 good rows')
    expect(await ada.page(all)).toBe(before)
  })

  test('speaks the reader’s language, and reads headings and topics of all eight', async () => {
    const kalina = await town.as('kalina-mewowska', 'pl')
    const html = await kalina.page(await check(kalina, 'Titel;Thèmes;Année x\nSpacer;Straßenbeleuchtung;3'))
    expect(html).toContain('Odczytano jeden wiersz')
    expect(html).toContain('Zaimportuj poprawny wiersz')
  })
})

describe('what cannot be read comes back with a sentence at the field', () => {
  test.each([
    ['no file', '', 'Please choose a file.'],
    ['only a head', 'title\n', 'The file has a heading but no rows.'],
    ['broken quotes', 'title\n"open', 'A quotation mark in the file is opened and not closed'],
    ['501 rows', `title\n${'x\n'.repeat(501)}`, 'more than 500 rows'],
    ['10,000 columns', `${'a,'.repeat(10_000)}\nx`, 'far more columns than a practice'],
    ['NUL', 'title\n\u0000', 'This is no table that we can read.'],
    ['a PDF', '%PDF-1.7 x', 'This is no table that we can read.'],
    ['JSON that is no list', '{"a":1}', 'This is no list of practices'],
    ['broken JSON', '[{', 'This is no list of practices'],
    ['a zip that is no workbook', 'PK\u0003\u0004xxxx', 'The file cannot be read'],
    ['six megabytes', `title\n${'x'.repeat(5.5 * 1_048_576)}`, 'larger than 5 megabytes'],
  ])('%s', async (_, text, sentence) => {
    const answer = await bring(ada, text)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('an old Excel file, and an audience out of reach', async () => {
    expect(await (await bring(ada, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).text()).toContain('save it as XLSX')
    const file = new File(['title\nWalks'], 'x.csv')
    const answer = await ada.post('/practices/import', { lang: 'de', audience: '99999', file })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please choose one of the listed audiences.')
  })
})
