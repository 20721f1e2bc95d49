// Muted is silent everywhere: calls by name, questions that are carried on, polls that wait, news of rooms.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { ask as askPoll } from '../polls/fixtures.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'
import { askAs, askedOf } from '../routing/fixtures.ts'
import { ask } from './fixtures.ts'

let town: Town
let ada: Visitor
let jonte: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
})

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const mute = async (id: number): Promise<void> => {
  expect((await ada.post(`/contributions/${id}/mute`)).status).toBe(303)
}
const toAda = () => town.mails.filter(({ to }) => to.startsWith('ada')).length

test('who is called in a muted thread gets no mail; unmuted, the next call reaches them', async () => {
  const question = await ask(town, 'Called here', '2')
  await work()
  town.mails.length = 0
  await mute(question)
  const call = { text: 'What do you say, @Ada Lindmoser?', lang: 'en' }
  await jonte.post(`/contributions/${question}/replies`, call)
  await work()
  expect(toAda()).toBe(0)
  await ada.post(`/contributions/${question}/mute/end`)
  await jonte.post(`/contributions/${question}/replies`, { ...call, text: `${call.text} Now?` })
  await work()
  expect(toAda()).toBe(1)
})

test('muted between the call and its mail, no mail goes out', async () => {
  const question = await ask(town, 'Muted in time', '2')
  await work()
  town.mails.length = 0
  await jonte.post(`/contributions/${question}/replies`, { text: 'And here, @Ada Lindmoser?', lang: 'en' })
  await town.work()
  await mute(question)
  await work()
  expect(toAda()).toBe(0)
})

test('a question that was carried to her leaves her home page', async () => {
  const { id } = await askAs(town, 'jonte-pfalzgrafer')
  await work()
  const before = await askedOf(town, id)
  if (!before.some(({ slug }) => slug === 'ada-lindmoser'))
    await fill(
      town,
      `insert into asked_person (contribution_id, person_id, organisation_id, asked_at)
       select ${id}, id, organisation_id, now() from person where slug = 'ada-lindmoser' returning 1`,
    )
  expect(await ada.page('/')).toContain('Nachtmediatoren in der Ausgehstraße')
  await mute(id)
  expect(await ada.page('/')).not.toContain('Nachtmediatoren in der Ausgehstraße')
})

test('a poll that waits for her city, and what is new in her rooms, too', async () => {
  const poll = await askPoll(town, jonte, { title: 'Muted cameras' })
  const room = await foundBy(jonte, { name: 'Quiet room' })
  await bringIn(jonte, room, ada, 'Ada Lindmoser')
  const thread = idIn(await openIn(jonte, room, 'Muted talk'))
  const before = await ada.page('/')
  expect(before).toContain('Muted cameras')
  expect(before).toContain('Muted talk')
  await mute(poll)
  await mute(thread)
  const after = await ada.page('/')
  expect(after).not.toContain('Muted cameras')
  expect(after).not.toContain('Muted talk')
  expect((await ada.get(`/polls/${poll}-muted-cameras`)).status).toBe(200)
})
