// Polls of rooms with a rule of their own: under the Chatham House Rule no city is told, an archived room takes nothing; and the
// room's own page shows them.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { ask, conclude, giveAnswer, given, inDays, openCircle, pollFields } from './fixtures.ts'
import { noteReminders } from './store-reminders.ts'

let town: Town
let door: Door
let circle: Awaited<ReturnType<typeof openCircle>>
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  circle = await openCircle(town, 'Wimmelgurt', { foundBy, bringIn })
  ;({ ada, beatriz, assia } = circle)
})
afterAll(() => door.close())

const day = 86_400_000
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}

describe('Under the Chatham House Rule', () => {
  test('answers name no city: page, map, tables, files; and every page says that the rule holds', async () => {
    const { id, page, file } = await circle.answered({ chatham: 'yes' })
    expect(await giveAnswer(assia, id, { 'item-4': '300' })).toBe(303)
    const answers = await ada.page(`/polls/${id}/answers`)
    for (const words of ['City A', 'City B', 'It was a Wimmelgurt.', 'class="under-chatham"', 'you do not pass on'])
      expect(answers).toContain(words)
    const main = answers.slice(answers.indexOf('<article'), answers.indexOf('</article>'))
    expect(main).not.toMatch(/Porto|Lyon|Portugal|France|map-of|\/members\//)
    const csv = await ada.page(`/polls/${id}/answers.csv`)
    expect(csv).not.toMatch(/Porto|Lyon|Portugal|France|Country/)
    expect(csv).toMatch(/City [AB],Yes,The mayor/)
    const served = await ada.get(file)
    expect([served.status, served.headers.get('content-disposition')]).toEqual([
      200,
      expect.not.stringContaining('Porto'),
    ])
    const form = await ada.page(page)
    for (const words of ['class="under-chatham"', 'you do not pass on', 'beside your answer stands a letter'])
      expect(form).toContain(words)
  })

  test('what search keeps and the reminder by mail do not say which city asks', async () => {
    const room = await circle.roomOf({ chatham: 'yes' })
    const id = await ask(town, ada, { audience: String(room), title: 'Flurbelfrage' })
    await work()
    const kept = await rowsOf(town, `select organisation_id, country from search_document where title = 'Flurbelfrage'`)
    expect(kept).toEqual([{ organisation_id: null, country: null }])
    expect(await beatriz.page('/search?q=Flurbelfrage')).toContain(`/polls/${id}-`)
    town.mails.length = 0
    await noteReminders(town.database.system, new Date(town.now.getTime() + 18 * day))
    await work()
    const mails = town.mails.filter(({ subject }) => subject.includes('Flurbelfrage'))
    // In a room everybody of an asked city who is in it: nobody of theirs who is not.
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      (
        await rowsOf<{ email: string }>(
          town,
          `select email from person p join audience_person ap on ap.person_id = p.id
        where ap.audience_id = ${room} order by email`,
        )
      ).map(({ email }) => email),
    )
    for (const { subject, text } of mails)
      expect(`${subject}${text}`.replace('Dear Ada Lindmoser', '')).not.toMatch(/Graz|Lindmoser/)
  })
})

test('A room shows its polls to those who are in it, and the way to ask there', async () => {
  const { id, room } = await circle.answered()
  const path = `/rooms/${room}`
  const page = await beatriz.page(path)
  expect(page).toContain(`/polls/${id}-`)
  expect(page).toContain(`/polls/new?audience=${room}`)
  expect(await ada.page(`/polls/new?audience=${room}`)).toContain(`name="audience" value="${room}"`)
  const form = await (await ada.post('/polls/new', { title: 'Asked in a room', audience: String(room) })).text()
  expect(form).toMatch(new RegExp(`value="${room}" checked`))
  await circle.archive(room)
  expect(await beatriz.page(path)).not.toContain('/polls/new?audience=')
})

describe('An archived room', () => {
  test('takes no answer, no file, no name, no more time and no outcome, and keeps the words', async () => {
    const { id, room, page } = await circle.answered()
    await circle.archive(room)
    for (const who of [assia, beatriz]) {
      const answer = await who.post(`/polls/${id}/answer`, { ...given, 'item-5': 'Too late.', revision: '0' })
      const html = await answer.text()
      expect([answer.status, html.includes('Too late.')]).toEqual([422, true])
      expect(html).toContain('The room has been archived meanwhile.')
    }
    const outcome = await conclude(ada, id, 'Written in vain.')
    expect([outcome.status, (await outcome.text()).includes('Written in vain.')]).toEqual([403, true])
    expect((await ada.post(`/polls/${id}/prolongation`, { endsOn: inDays(town, 40) })).status).toBe(403)
    expect((await ada.post(`/polls/${id}/colleague`, { person: '' })).status).toBe(403)
    expect(await ada.page(page)).not.toMatch(/\/(outcome|prolongation|colleague|answer)"/)
    expect(await assia.page('/')).not.toContain(`/polls/${id}-`)
    await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
      expect(
        await attempt(
          client,
          `update poll_answer set given = '[]', changed_by = app.person() where contribution_id = ${id}`,
        ),
      ).toBe('0 rows')
      expect(
        await attempt(
          client,
          `delete from poll_file where answer_id in (select id from poll_answer where contribution_id = ${id})`,
        ),
      ).toBe('0 rows')
    })
    await door.as(await town.personId('assia-verdonnel'), async (client) => {
      const row = `insert into poll_answer (contribution_id, organisation_id, given, given_by, stays_inside)
        values (${id}, app.organisation(), '[]', app.person(), false)`
      expect(await attempt(client, row)).toBe(refused)
    })
    town.mails.length = 0
    await noteReminders(town.database.system, new Date(town.now.getTime() + 18 * day))
    await work()
    expect(town.mails.filter(({ text }) => text.includes(`/polls/${id}`))).toEqual([])
    expect(await fill(town, `select count(*) from poll where contribution_id = ${id} and outcome = ''`)).toBe(1)
  })

  test('takes no new poll, and whoever was writing one is told and loses nothing', async () => {
    const room = await circle.roomOf()
    await circle.archive(room)
    const answer = await ada.post('/polls', { ...pollFields(town), audience: String(room) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('This room has been archived meanwhile')
    expect(html).toContain('We prepare a **decision**')
    expect(html).toContain('value="Do your officers wear cameras?"')
  })
})

test('a room that is archived while somebody asks is waited for, and the form comes back with a sentence', async () => {
  const room = await circle.roomOf()
  const other = new pg.Client(town.owner)
  await other.connect()
  try {
    await other.query('begin')
    await other.query(`update room set archived_at = now() where audience_id = ${room}`)
    let over = false
    const asking = ada.post('/polls', { ...pollFields(town), audience: String(room) }).finally(() => {
      over = true
    })
    while (!over && (await fill(town, 'select count(*) from pg_locks where not granted')) === 0);
    await other.query('commit')
    const answer = await asking
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Body cameras of public order officers')
    expect(await fill(town, `select count(*) from contribution where audience_id = ${room} and kind = 'poll'`)).toBe(0)
  } finally {
    await other.end()
  }
})
