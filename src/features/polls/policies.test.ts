// The rules of polls in the database itself, with every store bypassed.
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { ask, end, giveAnswer } from './fixtures.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
afterAll(() => door.close())

const answered = async (): Promise<number> => {
  const id = await ask(town, ada)
  expect(await giveAnswer(beatriz, id)).toBe(303)
  return id
}
const rows = async (slug: string, sql: string): Promise<number> =>
  door.as(await town.personId(slug), async (client) => (await client.query(sql)).rows.length)
const as = async (slug: string, work: (client: pg.Client) => Promise<void>): Promise<void> =>
  door.as(await town.personId(slug), work)
const insert = (id: number, org: string, by: string) =>
  `insert into poll_answer (contribution_id, organisation_id, given, given_by, stays_inside)
   values (${id}, (select id from organisation where slug = '${org}'), '[]', (select id from person where slug = '${by}'), false)`

test('nobody answers for another city, in another’s name, where their city is not asked, or after the end', async () => {
  const [open, austrian, over] = [
    await ask(town, ada),
    await ask(town, ada, { 'countries[]': ['AT'] }),
    await ask(town, ada),
  ]
  await end(town, over)
  await as('assia-verdonnel', async (client) => {
    expect(await attempt(client, insert(open, 'pt-porto', 'assia-verdonnel'))).toBe(refused)
    expect(await attempt(client, insert(open, 'fr-lyon', 'beatriz-ribeirinha-douro'))).toBe(refused)
    expect(await attempt(client, insert(austrian, 'fr-lyon', 'assia-verdonnel'))).toBe(refused)
    expect(await attempt(client, insert(over, 'fr-lyon', 'assia-verdonnel'))).toBe(refused)
    const ask = `insert into poll_asked select ${austrian}, id from organisation where slug = 'fr-lyon'`
    expect(await attempt(client, ask)).toBe(refused)
    expect(await attempt(client, insert(open, 'fr-lyon', 'assia-verdonnel'))).toBe('1 rows')
  })
})

test('whoever asked writes no answer of others, asks nobody more, and opens nothing that was to stay closed', async () => {
  const id = await answered()
  await as('ada-lindmoser', async (client) => {
    for (const sql of [
      `update poll_answer set given = '[]' where contribution_id = ${id}`,
      `delete from poll_file where answer_id in (select id from poll_answer where contribution_id = ${id})`,
    ])
      expect(await attempt(client, sql)).toBe('0 rows')
    for (const sql of [
      `delete from poll_answer where contribution_id = ${id}`,
      `update poll set opens_answers = true where contribution_id = ${id}`,
      `update poll set items = '[]' where contribution_id = ${id}`,
      `delete from poll_asked where contribution_id = ${id}`,
      `insert into poll_asked select ${id}, id from organisation where kind = 'office' limit 1`,
      `update contribution set audience_id = 1 where id = ${id}`,
    ])
      expect(await attempt(client, sql), sql).toBe(refused)
  })
  await end(town, id)
  await as('ada-lindmoser', async (client) => {
    const again = `update poll set ends_at = now() + interval '9 days' where contribution_id = ${id}`
    expect(await attempt(client, again)).toBe(refused)
    expect(
      await attempt(client, `update poll set closed_at = now(), outcome = 'x' where contribution_id = ${id}`),
    ).toBe('1 rows')
  })
})

test('a poll keeps its circle, whom it asks and its day, also step by step', async () => {
  const id = await answered()
  await as('ada-lindmoser', async (client) => {
    for (const sql of [
      `update contribution set state = 'draft' where id = ${id}`,
      `update contribution set state = 'draft', audience_id = 1 where id = ${id}`,
      `update poll set ends_at = ends_at - interval '1 hour' where contribution_id = ${id}`,
    ])
      expect(await attempt(client, sql), sql).toBe(refused)
    const { rows: made } = await client.query(
      `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id)
       select 'poll', 'x', 'en', id, organisation_id, 2 from person where id = app.person() returning id`,
    )
    const wider = `update contribution set audience_id = 1 where id = ${made[0].id}`
    expect(await attempt(client, wider)).toBe(refused)
    await client.query(`update contribution set state = 'withdrawn' where id = ${id}`)
    for (const state of ['draft', 'published'])
      expect(await attempt(client, `update contribution set state = '${state}' where id = ${id}`), state).toBe(refused)
  })
})

test('of a poll that was withdrawn the coordinator of the city reads the answers, like the asker', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const id = await ask(town, jonte)
  expect(await giveAnswer(beatriz, id)).toBe(303)
  expect((await jonte.post(`/polls/${id}/withdrawal`)).status).toBe(303)
  const all = `select 1 from poll_answer where contribution_id = ${id} and app.answers_to_poll(${id}) = 1`
  for (const slug of ['jonte-pfalzgrafer', 'almut-westrichter']) {
    expect(await rows(slug, all)).toBe(1)
    const page = await (await town.as(slug)).page(`/polls/${id}/answers`)
    for (const words of ['Porto', 'cities have answered']) expect(page).toContain(words)
  }
  expect(await rows('beatriz-ribeirinha-douro', all)).toBe(0)
})

test('a poll is made for many only', async () => {
  await as('ada-lindmoser', async (client) => {
    const own = `(select a.id from audience a where a.organisation_id = app.organisation())`
    for (const audience of ['1', own]) {
      const { rows: made } = await client.query(
        `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id)
         select 'poll', 'x', 'en', id, organisation_id, ${audience} from person where id = app.person() returning id`,
      )
      const row = `insert into poll (contribution_id, text, items, countries, sizes, ends_at, remind, opens_answers)
        values (${made[0].id}, '', '[]', '{}', '{}', now() + interval '1 day', 'never', true)`
      expect(await attempt(client, row)).toBe(refused)
    }
  })
})

test('whom a coordinator named is known inside the city only, and named by nobody else', async () => {
  const id = await ask(town, ada)
  const almut = await town.as('almut-westrichter')
  const [jonte, jonteId] = [await town.as('jonte-pfalzgrafer'), await town.personId('jonte-pfalzgrafer')]
  expect((await almut.post(`/polls/${id}/colleague`, { person: String(jonteId) })).status).toBe(303)
  expect(await jonte.page(`/polls/${id}-body-cameras-of-public-order-officers`)).toContain('Answers for your city')
  const all = `select 1 from poll_colleague where contribution_id = ${id}`
  expect(await rows('jonte-pfalzgrafer', all)).toBe(1)
  for (const slug of ['ada-lindmoser', 'assia-verdonnel', 'irena-halvorsdottir-blau'])
    expect(await rows(slug, all)).toBe(0)
  expect((await jonte.post(`/polls/${id}/colleague`, { person: String(jonteId) })).status).toBe(403)
  const foreign = await town.personId('beatriz-ribeirinha-douro')
  const answer = await almut.post(`/polls/${id}/colleague`, { person: String(foreign) })
  expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain('refusal-colleague-unknown')
  await as('jonte-pfalzgrafer', async (client) =>
    expect(
      await attempt(
        client,
        `insert into poll_colleague select ${id}, organisation_id, id, id from person where id = app.person()`,
      ),
    ).toBe(refused),
  )
})
