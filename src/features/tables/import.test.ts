// Many practices brought in at once: imported once, whatever happens, for one's own city only.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { check } from './fixtures.ts'

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

const countOf = async (where: string): Promise<number> =>
  (await owner.query(`select count(*)::int as count from contribution where ${where}`)).rows[0].count

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
    const facts = await owner.query(
      `select f.name from fact f join contribution c on c.id = f.contribution_id where c.title = 'Pressed twice'`,
    )
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
})

test('500 long rows are checked and imported within seconds', async () => {
  const long = 'Residents avoided the park. '.repeat(100)
  const rows = Array.from(
    { length: 500 },
    (_, at) => `Practice number ${at},${long},${long},lighting; unknown${at % 7 === 0 ? at : ''}`,
  )
  const begun = performance.now()
  const run = await check(ada, `title,problem,response,concepts\n${rows.join('\n').replaceAll('; unknown\n', '\n')}`)
  const checked = performance.now()
  expect(await ada.page(run)).toContain('Import the')
  await ada.post(`${run}/drafts`)
  const done = performance.now()
  process.stdout.write(
    `500 rows: checked in ${Math.round(checked - begun)} ms, imported in ${Math.round(done - checked)} ms\n`,
  )
  expect(done - begun).toBeLessThan(30_000)
}, 60_000)
