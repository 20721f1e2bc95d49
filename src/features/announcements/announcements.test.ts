// Announcements as offices write them: read by whom they are for, and written by nobody else.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let carsten: Visitor
let jonte: Visitor
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  carsten = await town.as('carsten-mittelweg')
  jonte = await town.as('jonte-pfalzgrafer')
  ada = await town.as('ada-lindmoser')
})

const fields = {
  topic: 'offer',
  title: 'Half price for members',
  text: 'A **training** in two days.',
  lang: 'en',
  endsOn: '2027-01-31',
}
const audienceOf = (slug: string) =>
  fill(town, `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = '${slug}'`)
const write = async (who: Visitor, more: Record<string, string>): Promise<string> => {
  const answer = await who.post('/announcements', { ...fields, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('the German forum’s office offers something to its members: Kaiserslautern reads and finds it, Graz does not', async () => {
  const path = await write(carsten, { audience: String(await audienceOf('forum-germany')) })
  expect(await jonte.page(path)).toContain('<strong>training</strong>')
  expect(await jonte.page('/announcements')).toContain('Half price for members')
  expect((await ada.get(path)).status).toBe(404)
  expect(await ada.page('/announcements')).not.toContain('Half price for members')
  while ((await town.work()) > 0);
  expect(await jonte.page('/search?q=Half+price+for+members')).toContain(path)
  for (const other of [ada, town.visitor, await town.as('assia-verdonnel')])
    expect(await other.page('/search?q=Half+price+for+members')).not.toContain(path)
})

test('published by a double click it is one', async () => {
  const once = /name="once" value="([^"]+)"/.exec(await carsten.page('/announcements/new'))?.[1] ?? ''
  const twice = { ...fields, title: 'Doubleclicked blorf', audience: '1', once }
  const [one, other] = await Promise.all([carsten.post('/announcements', twice), carsten.post('/announcements', twice)])
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
  expect(await fill(town, `select count(*) from contribution where title = 'Doubleclicked blorf'`)).toBe(1)
})

test('an offer that is over is in no list, and its page still tells until when it held', async () => {
  const path = await write(carsten, { audience: '1', title: 'Over since long', endsOn: '2020-01-01' })
  expect(await jonte.page('/announcements')).not.toContain('Over since long')
  expect(await town.visitor.page(path)).toContain('1 January 2020')
})

test('a city writes none, not past the form either, and nobody writes to a forum that is not theirs', async () => {
  expect((await ada.get('/announcements/new')).status).toBe(403)
  expect((await ada.post('/announcements', { ...fields, audience: '1' })).status).toBe(403)
  const france = String(await audienceOf('forum-france'))
  expect((await carsten.post('/announcements', { ...fields, audience: france })).status).toBe(422)
  const [id, ownId] = [
    await fill(town, `select id from person where slug = 'ada-lindmoser'`),
    `select organisation_id from person where slug = 'ada-lindmoser'`,
  ]
  const draft = await fill(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id)
    select 'announcement', 'x', 'en', ${id}, (${ownId}), 1 returning id`,
  )
  const door = await openDoor(town)
  const insert = `insert into announcement (contribution_id, topic, text) values (${draft}, 'offer', 'x')`
  await door.as(id, async (client) => expect(await attempt(client, insert)).toBe(refused))
  await door.close()
})

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const answer = await carsten.post('/announcements', {
    ...fields,
    title: '',
    topic: 'gift',
    endsOn: '2027-02-30',
    audience: '1',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const sentence of ['title of at least three', 'choose what it is about', 'not a valid day'])
    expect(html).toContain(sentence)
  expect(html).toContain('A **training** in two days.')
  expect((await carsten.post('/announcements', { ...fields, audience: '1', endsOn: '0000-01-01' })).status).toBe(422)
})

test('its office takes it back; nobody else can', async () => {
  const path = await write(carsten, { audience: '1', title: 'Taken back soon' })
  const withdrawal = `/announcements/${/\d+/.exec(path)?.[0]}/withdrawal`
  for (const other of [ada, jonte]) expect((await other.post(withdrawal)).status).toBe(403)
  expect((await carsten.post(withdrawal)).status).toBe(303)
  expect((await jonte.get(path)).status).toBe(410)
})
