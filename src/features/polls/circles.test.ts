// Polls of rooms that were really founded: whoever is taken out reads nothing more, a guest nothing that stays inside the
// network, the Chatham House Rule tells no city, and an archived room takes nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { ask, conclude, end, giveAnswer, given, inDays, pollFields } from './fixtures.ts'
import { noteReminders } from './store-reminders.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
const secret = 'Wimmelgurt'
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
})
afterAll(() => door.close())

const day = 86_400_000
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const pdf = (): File => new File(['%PDF-1.4 wimmelgurt'], `${secret}-Porto.pdf`, { type: 'application/pdf' })

/** Assia's room, in which Ada asks and Beatriz is. */
async function roomOf(more: Record<string, string> = {}): Promise<number> {
  const room = await foundBy(assia, { name: `Room of ${Math.random()}`, entry: 'invitation', ...more })
  await bringIn(assia, room, ada, 'Ada Lindmoser')
  await bringIn(assia, room, beatriz, 'Beatriz Ribeirinha Douro')
  return room
}
interface Asked {
  readonly id: number
  readonly room: number
  readonly page: string
  readonly file: string
}
/** Ada asks in it, Porto answers with the secret and a file. */
async function answered(rule: Record<string, string> = {}, more: Parameters<typeof ask>[2] = {}): Promise<Asked> {
  const room = await roomOf(rule)
  const id = await ask(town, ada, { audience: String(room), ...more })
  expect(await giveAnswer(beatriz, id, { 'item-5': `It was a ${secret}.`, 'file-6': pdf() })).toBe(303)
  const answers = await beatriz.page(`/polls/${id}/answers`)
  const file = /\/polls\/\d+\/files\/\d+\/[^"]+/.exec(answers)?.[0] ?? ''
  return { id, room, page: `/polls/${id}-body-cameras-of-public-order-officers`, file }
}
const takeOut = async (room: number, slug: string): Promise<void> => {
  const answer = await assia.post(`/rooms/${room}/members/${await town.personId(slug)}/removal`)
  expect(answer.status).toBe(303)
}
const archive = async (room: number): Promise<void> => {
  expect((await assia.post(`/rooms/${room}/archive`)).status).toBe(303)
}
const seen = async (slug: string, id: number): Promise<unknown[]> =>
  door.as(await town.personId(slug), async (client) => {
    const { rows } =
      await client.query(`select (select count(*)::int from poll_answer where contribution_id = ${id}) as answers,
      (select count(*)::int from poll_file f join poll_answer a on a.id = f.answer_id where a.contribution_id = ${id}) as files,
      app.answers_to_poll(${id}) as number`)
    return rows
  })
const nothing = [{ answers: 0, files: 0, number: null }]

describe('Taken out of the room', () => {
  test('whoever asked reads no answer, no file, no number any more, and can only take the poll back', async () => {
    const { id, room, page, file } = await answered()
    expect(await seen('ada-lindmoser', id)).toEqual([{ answers: 1, files: 1, number: 1 }])
    expect((await ada.get(file)).status).toBe(200)
    await takeOut(room, 'ada-lindmoser')
    expect(await seen('ada-lindmoser', id)).toEqual(nothing)
    for (const way of ['answers', 'answers.csv', 'answers.xlsx'])
      expect((await ada.get(`/polls/${id}/${way}`)).status, way).toBe(403)
    expect((await ada.get(file)).status).toBe(404)
    const html = await ada.page(page)
    expect(html).not.toMatch(new RegExp(`${secret}|cities have answered|See the one answer|/outcome"|/prolongation"`))
    expect(html).toContain('This poll does not reach you any more.')
    const [, line = ''] = (await ada.page('/polls')).split(`/polls/${id}-`)
    expect(line.slice(0, line.indexOf('</article>'))).not.toMatch(/cities have answered|Waits for your city/)
    const outcome = await conclude(ada, id, 'Written outside.')
    expect([outcome.status, (await outcome.text()).includes('Written outside.')]).toEqual([403, true])
    expect((await ada.post(`/polls/${id}/prolongation`, { endsOn: inDays(town, 40) })).status).toBe(403)
    await door.as(await town.personId('ada-lindmoser'), async (client) => {
      for (const change of [`outcome = 'x'`, 'closed_at = now()', `ends_at = now() + interval '99 days'`])
        expect(await attempt(client, `update poll set ${change} where contribution_id = ${id}`)).toBe('0 rows')
    })
    expect((await ada.post(`/polls/${id}/withdrawal`)).status).toBe(303)
    expect(await seen('ada-lindmoser', id)).toEqual(nothing)
  })

  test('whoever answered reads nothing either, and what they were writing comes back whole', async () => {
    const { id, room, file } = await answered()
    await takeOut(room, 'beatriz-ribeirinha-douro')
    expect(await seen('beatriz-ribeirinha-douro', id)).toEqual(nothing)
    for (const way of [`/polls/${id}`, `/polls/${id}/answers`, `/polls/${id}/answers.csv`, file])
      expect((await beatriz.get(way)).status, way).toBe(404)
    const again = { ...given, 'item-4': '7', 'item-5': 'Written in vain.', revision: '1' }
    const answer = await beatriz.post(`/polls/${id}/answer`, again)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    for (const words of ['Yes', 'The mayor', 'Streets; Events', 'Question 4: 7', 'Written in vain.'])
      expect(html).toContain(words)
    expect((await beatriz.post(`/polls/${id}/answer`, {})).status).toBe(404)
  })

  test('a poll waits on nobody’s home page who is out', async () => {
    const room = await roomOf()
    const id = await ask(town, ada, { audience: String(room) })
    expect(await ada.page('/')).toContain(`/polls/${id}-`)
    await takeOut(room, 'ada-lindmoser')
    expect(await ada.page('/')).not.toContain(`/polls/${id}-`)
  })
})

describe('A guest of the room', () => {
  test('reads after the end what may go outside, and never what stays inside the network', async () => {
    const { id, room } = await answered({}, { opens: 'yes' })
    expect(await giveAnswer(assia, id, { 'item-5': 'Flurbelstein, for us alone.', inside: 'yes' })).toBe(303)
    const [until, slug] = [new Date(Date.now() + day).toISOString().slice(0, 10), 'zita-gastlinger']
    await assia.post(`/rooms/${room}/invitations`, { who: 'zita@linz.example', until, lang: 'en' })
    town.mails.length = 0
    await work()
    const token = /\/guest-invitation\?token=(\S+)/.exec(town.mails.at(-1)?.text ?? '')?.[1] ?? ''
    const who = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en', token }
    expect((await town.visitor.post('/guest-invitation', who)).status).toBe(303)
    const guest = await town.as(slug)
    expect((await guest.get(`/polls/${id}/answers`)).status).toBe(403)
    await end(town, id)
    const page = await guest.page(`/polls/${id}/answers`)
    expect(page).toContain(secret)
    expect(page).toContain('One answer cannot be read here: it stays inside the network.')
    for (const way of ['answers', 'answers.csv'])
      expect(await guest.page(`/polls/${id}/${way}`)).not.toContain('Flurbel')
    expect(await seen(slug, id)).toEqual([{ answers: 1, files: 1, number: 2 }])
    expect(await ada.page(`/polls/${id}/answers`)).toContain('Flurbelstein')
  })
})

describe('Under the Chatham House Rule', () => {
  test('answers name no city: page, map, tables, files; and every page says that the rule holds', async () => {
    const { id, page, file } = await answered({ chatham: 'yes' })
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
    const room = await roomOf({ chatham: 'yes' })
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
  const { id, room } = await answered()
  const path = `/rooms/${room}`
  const page = await beatriz.page(path)
  expect(page).toContain(`/polls/${id}-`)
  expect(page).toContain(`/polls/new?audience=${room}`)
  expect(await ada.page(`/polls/new?audience=${room}`)).toContain(`name="audience" value="${room}"`)
  const form = await (await ada.post('/polls/new', { title: 'Asked in a room', audience: String(room) })).text()
  expect(form).toMatch(new RegExp(`value="${room}" checked`))
  await archive(room)
  expect(await beatriz.page(path)).not.toContain('/polls/new?audience=')
})

describe('An archived room', () => {
  test('takes no answer, no file, no name, no more time and no outcome, and keeps the words', async () => {
    const { id, room, page } = await answered()
    await archive(room)
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
    const room = await roomOf()
    await archive(room)
    const answer = await ada.post('/polls', { ...pollFields(town), audience: String(room) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('This room has been archived meanwhile')
    expect(html).toContain('We prepare a **decision**')
    expect(html).toContain('value="Do your officers wear cameras?"')
  })
})
