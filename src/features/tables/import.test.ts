// Many practices brought in at once: checked row by row, imported once, for one's own city only.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { makeDrafts } from './actions/make-drafts.ts'
import type { PracticeRow } from './schema.ts'

let town: Town
let owner: pg.Client
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
afterAll(() => owner.end())

const bring = (who: Visitor, text: string | Uint8Array<ArrayBuffer>, name = 'practices.csv'): Promise<Response> =>
  who.post('/practices/import', { lang: 'en', audience: '2', file: new File([text], name) })
const check = async (who: Visitor, text: string | Uint8Array<ArrayBuffer>, name?: string): Promise<string> => {
  const answer = await bring(who, text, name)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/practices\/import\/\d+$/)])
  return answer.headers.get('location') ?? ''
}
/** "Row 3 Evidence (evidence) Please …" */
const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr role="row">(.*?)<\/tr>/g)]
    .slice(1)
    .map(([, row = '']) => row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').replaceAll('&quot;', '"').trim())
const problemsOf = async (text: string): Promise<string[]> => rowsOf(await ada.page(await check(ada, text)))
const countOf = async (where: string): Promise<number> =>
  (await owner.query(`select count(*)::int as count from contribution where ${where}`)).rows[0].count

describe('the dry run', () => {
  test.each([
    ['a missing title', 'title,year_start\n,2019', '2 Title (title) Please give a title of at least three characters.'],
    ['a bad year', 'title,year_start\nWalks,19', '2 First year (year_start) Please write the year with four digits, for example 2024.'],
    ['evidence out of range', 'title,evidence\nWalks,7', '2 Evidence (evidence) Please write a number from 0 to 5, or leave it empty.'],
    ['a text too long', `title,summary\nWalks,${'x'.repeat(401)}`, '2 In short (summary) This is too long. There is room for 400 characters.'],
    ['a bad address', 'title,sources\nWalks,Paper | javascript:alert(1)', '2 Sources (sources) Please write one source a line, as title | https://address, at most 50.'],
    ['a topic with a slip', 'title,concepts\nWalks,Strassenbeleuchtun', '2 Topics (concepts) We do not know a topic “Strassenbeleuchtun”. Did you mean “strassenbeleuchtung” (lighting)?'],
    ['a topic that nobody knows', 'title,concepts\nWalks,qqqqqqq', '2 Topics (concepts) We do not know a topic “qqqqqqq”.'],
    ['a column with a slip', 'titel x,title,evidense\n1,Walks,2', '1 evidense We do not know a column “evidense”. Did you mean “evidence”? It is not imported.'],
    ['another city', 'title,city\nWalks,Porto', '2 City (city) This row is about “Porto”. You can import practices of Graz only.'],
    ['TLP:RED', 'title,tlp\nWalks,TLP:RED', '2 TLP label (tlp) TLP:RED cannot be imported. Please write this practice on its page and name the persons there.'],
    ['TLP:AMBER without a forum', 'title,tlp\nWalks,TLP:AMBER', '2 TLP label (tlp) TLP:AMBER does not say for which forum or room. Please choose that one for the whole file.'],
    ['two rows with the same title', 'title\nWalks\n\nwalks ', '4 Title (title) Row 2 has the same title.'],
    ['a practice that the city has', 'title\nEin Tisch für alle im Innenhof (Demonstration)', '2 Title (title) Your city already has a practice with this title.'],
  ])('names %s by row and column', async (_, text, sentence) => {
    expect(await problemsOf(text)).toContain(sentence)
  })

  test('counts, and writes nothing', async () => {
    const before = await countOf('true')
    const html = await ada.page(await check(ada, 'title,evidence\nOne walk,1\nTwo walks,9\nThree walks,2'))
    expect(html).toMatch(/3 rows were read.*2 can become drafts\..*One has a problem and is left out\./s)
    expect(html).toContain('Import the 2 good rows')
    expect(await countOf('true')).toBe(before)
  })

  test('speaks the reader’s language, and reads headings and topics of all eight', async () => {
    const kalina = await town.as('kalina-mewowska', 'pl')
    const html = await kalina.page(await check(kalina, 'Titel;Thèmes;Année x\nSpacer;Straßenbeleuchtung;3'))
    expect(html).toContain('Odczytano jeden wiersz')
    expect(html).toContain('Zaimportować jeden poprawny wiersz')
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

describe('the import', () => {
  test('makes drafts of Ada’s city, once, however often the button is pressed', async () => {
    const run = await check(ada, 'title,tlp,concepts,evidence\nPressed twice,TLP:AMBER+STRICT,lighting,3\nBad one,,,9')
    const answers = await Promise.all([1, 2, 3].map(() => ada.post(`${run}/drafts`)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await countOf(`title = 'Pressed twice'`)).toBe(1)
    expect(await countOf(`title = 'Bad one'`)).toBe(0)
    const html = await ada.page(run)
    expect(html).toContain('One draft has been made.')
    const path = /href="(\/practices\/\d+-pressed-twice)"/.exec(html)?.[1] ?? ''
    expect(await ada.page(path)).toContain('TLP:AMBER+STRICT')
    expect((await beatriz.get(path)).status).toBe(404)
    expect((await town.visitor.get(path)).status).toBe(404)
    const facts = await owner.query(`select f.name from fact f join contribution c on c.id = f.contribution_id where c.title = 'Pressed twice'`)
    expect(facts.rows).toEqual([{ name: 'practice.drafted' }])
  })

  test('a crash in the middle leaves nothing, and once more doubles nothing', async () => {
    const run = await check(ada, 'title\nBefore the crash\nAfter the crash')
    const id = Number(/\d+$/.exec(run)?.[0])
    await owner.query(`create function app.crash() returns trigger language plpgsql as $$ begin
      if new.title = 'After the crash' then raise exception 'crash'; end if; return new; end $$;
      create trigger crash before insert on contribution for each row execute function app.crash()`)
    expect((await ada.post(`${run}/drafts`)).status).toBe(500)
    expect(await countOf(`title like '% the crash'`)).toBe(0)
    await owner.query('drop trigger crash on contribution; drop function app.crash()')
    expect(await ada.page(run)).toContain('Import the 2 good rows')
    for (let time = 0; time < 2; time += 1) expect((await ada.post(`/practices/import/${id}/drafts`)).status).toBe(303)
    expect(await countOf(`title like '% the crash'`)).toBe(2)
  })

  test('what the city got meanwhile is left out, and said', async () => {
    const run = await check(ada, 'title\nTold meanwhile\nStill new')
    await ada.post('/practices', { title: 'Told meanwhile', lang: 'en', audience: '2' })
    await ada.post(`${run}/drafts`)
    expect(await countOf(`title = 'Told meanwhile'`)).toBe(1)
    expect(await ada.page(run)).toContain('One row was left out')
  })

  test('leaves alone what Ada is typing in the form at the same time', async () => {
    await ada.post('/practices/kept', { title: 'Half a thought' })
    const run = await check(ada, 'title\nImported beside it')
    await ada.post(`${run}/drafts`)
    expect(await ada.page('/practices/new')).toContain('Half a thought')
  })

  test.each(['csv', 'xlsx', 'json'])('export, withdraw, import (%s): the content is the same', async (format) => {
    const fields = {
      title: `Round trip ${format}`,
      summary: '=SUM(A1)',
      lang: 'de',
      problem: "'=quoted\n\n- one\n- „two“; \"three\", four",
      results: '@x\t<b>&amp;',
      evidence: '4',
      yearStart: '2001',
      yearEnd: '2009',
      sources: 'Evaluation | https://example.org/a,b;c\nhttps://example.org/\nOld paper',
      'concepts[]': ['lighting', 'public-space'],
      audience: '2',
    }
    const path = (await ada.post('/practices', fields)).headers.get('location') ?? ''
    const exported = new Uint8Array(await (await ada.get(`/practices/export.${format}?drafts=yes&language=de`)).arrayBuffer())
    await owner.query(`update contribution set state = 'withdrawn' where id = $1`, [/\d+/.exec(path)?.[0]])
    const rowsBefore = await contentOf(`Round trip ${format}`)
    const run = await check(ada, exported, `x.${format}`)
    await ada.post(`${run}/drafts`)
    const after = await contentOf(`Round trip ${format}`)
    expect(after).toHaveLength(2)
    expect(after[1]).toEqual(rowsBefore[0])
  })

  const contentOf = async (title: string): Promise<unknown[]> => {
    const { rows } = await owner.query(
      `select to_jsonb(p) - 'contribution_id' as texts, c.title, c.summary, c.lang, c.concepts, c.audience_id
       from contribution c join practice p on p.contribution_id = c.id where c.title = $1 order by c.id`,
      [title],
    )
    return rows
  }

  test('the template can be filled in and brought back, in each of its forms', async () => {
    for (const format of ['csv', 'xlsx', 'json']) {
      const template = new Uint8Array(await (await ada.get(`/practices/template.${format}`)).arrayBuffer())
      const html = await ada.page(await check(ada, template, `x.${format}`))
      expect(html).toContain('Import the one good row')
      expect(rowsOf(html)).toEqual([])
    }
    const table = JSON.parse(await ada.page('/practices/template.json')) as { practices: PracticeRow[] }
    expect(table.practices[0]).toMatchObject({ city: 'Graz', year_start: 2019, evidence: 1 })
  })
})

describe('what was checked is the person’s own', () => {
  test('nobody else reads it, imports it or throws it away, not even a colleague or the database', async () => {
    const run = await check(ada, 'title\nAda’s secret plan')
    for (const slug of ['beatriz-ribeirinha-douro', 'irena-halvorsdottir-blau']) {
      const other = await town.as(slug)
      expect((await other.get(run)).status).toBe(404)
      expect((await other.post(`${run}/drafts`)).status).toBe(404)
      await other.post(`${run}/removal`)
    }
    expect((await town.visitor.get(run)).status).toBe(303)
    expect(await ada.page(run)).toContain('Ada’s secret plan')
    const door = await openDoor(town)
    const [adas, other] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
    await door.as(other, async (client) => {
      expect(await attempt(client, 'select * from practice_import')).toBe('0 rows')
      expect(await attempt(client, 'delete from practice_import')).toBe('0 rows')
      const forged = `insert into practice_import (person_id, organisation_id, at, report, good) select id, organisation_id, now(), '{}', '[]' from person where id = $1`
      expect(await attempt(client, forged, [adas])).toBe(refused)
    })
    await door.as(undefined, async (client) =>
      expect(await attempt(client, 'select * from practice_import')).toBe('0 rows'),
    )
    await door.close()
  })

  test('an audience that was lost meanwhile stops the import before the first row', async () => {
    const run = await check(ada, 'title\nFor nobody any more')
    const id = Number(/\d+$/.exec(run)?.[0])
    await owner.query(`update practice_import set good = jsonb_set(good, '{0,typed,audience}', '"99999"') where id = $1`, [id])
    const person = await town.personId('ada-lindmoser')
    const outcome = await town.database.write({ personId: person }, async (db, viewer) =>
      makeDrafts((work) => work(db), viewer as never, id, town.now),
    )
    expect(outcome).toEqual({ done: false, refusal: 'audience-unknown' })
    expect(await countOf(`title = 'For nobody any more'`)).toBe(0)
  })

  test('is forgotten: by hand at once, by itself after two days', async () => {
    const discarded = await check(ada, 'title\nThrown away')
    await ada.post(`${discarded}/removal`)
    expect((await ada.get(discarded)).status).toBe(404)
    const run = await check(ada, 'title\nForgotten')
    const { schedules } = await import('./jobs.ts')
    const parts = { system: town.database.system, now: () => new Date(Date.now() + 3 * 86_400_000) }
    await schedules[0]?.run(parts as never)
    expect((await ada.get(run)).status).toBe(404)
  })
})

test('500 long rows are checked and imported within seconds', async () => {
  const long = 'Residents avoided the park. '.repeat(100)
  const rows = Array.from({ length: 500 }, (_, at) => `Practice number ${at},${long},${long},lighting; unknown${at % 7 === 0 ? at : ''}`)
  const begun = performance.now()
  const run = await check(ada, `title,problem,response,concepts\n${rows.join('\n').replaceAll('; unknown\n', '\n')}`)
  const checked = performance.now()
  expect(await ada.page(run)).toContain('Import the')
  await ada.post(`${run}/drafts`)
  const done = performance.now()
  process.stdout.write(`500 rows: checked in ${Math.round(checked - begun)} ms, imported in ${Math.round(done - checked)} ms\n`)
  expect(done - begun).toBeLessThan(30_000)
}, 60_000)
