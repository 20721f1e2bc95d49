// Quiet time is kept by every feature that writes to somebody who did not just ask for it: the mail goes once, when the quiet ends.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { answer, ask } from '../care/fixtures.ts'
import { act, currentMembership } from '../memberships/fixtures.ts'
import { foundBy } from '../rooms/fixtures.ts'
import { hearAgain } from './store-telling.ts'

let town: Town
let ada: Visitor
let jonte: Visitor
let irena: Visitor
const workAll = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer')
  irena = await town.as('irena-halvorsdottir-blau')
  await workAll()
})
/** A Tuesday night. */
beforeEach(async () => {
  town.now = new Date('2027-03-02T22:00:00Z')
  await fill(
    town,
    `insert into notice_setting (person_id, quiet_from, quiet_to, time_zone) select id, '20:00', '08:00', 'UTC' from person
     on conflict (person_id) do nothing`,
  )
  town.mails.length = 0
})

/** Who got a mail of that name: in the night, in the morning, and when it is heard a third time. */
async function mailedBy(id: string): Promise<number[]> {
  const count = () => town.mails.filter((mail) => mail.id?.startsWith(id)).length
  await workAll()
  const counts = [count()]
  town.now = new Date('2027-03-03T08:05:00Z')
  for (const _ of [1, 2]) {
    await hearAgain(town.database.system, town.now)
    await workAll()
    counts.push(count())
  }
  return counts
}

test('that something is reported, and what was decided', async () => {
  const question = await ask(town, 'Nachtfrage', '2')
  const reply = await answer(town, question, 'Ein Wort')
  const why = { reason: 'other', words: 'Look at this, please.' }
  expect((await ada.post(`/contributions/${question}/report`, { ...why, reply: String(reply) })).status).toBe(303)
  const [night, ...morning] = await mailedBy('care-waiting')
  expect(night).toBe(0)
  expect(morning[0]).toBeGreaterThan(0)
  expect(morning[1]).toBe(morning[0])
  town.now = new Date('2027-03-03T22:00:00Z')
  const report = await fill(town, 'select max(id) from report')
  expect((await irena.post(`/care/reports/${report}/leaving`)).status).toBe(303)
  await workAll()
  expect(town.mails.filter(({ id }) => id?.startsWith('care-decided'))).toEqual([])
  town.now = new Date('2027-03-04T09:00:00Z')
  await hearAgain(town.database.system, town.now)
  expect(await mailedBy('care-decided')).toEqual([1, 1, 1])
})

test('that somebody asks to come into a room', async () => {
  const room = await foundBy(ada, { entry: 'request' })
  expect((await jonte.post(`/rooms/${room}/requests`, { text: 'We try the same.' })).status).toBe(303)
  expect(await mailedBy('room-request')).toEqual([0, 1, 1])
})

test('that somebody is asked to write along', async () => {
  const told = {
    title: 'Zu zweit',
    summary: 'Zusammen.',
    lang: 'de',
    problem: 'p',
    response: 'r',
    results: 's',
    evidence: '0',
  }
  const made = await ada.post('/practices', { ...told, 'concepts[]': ['youth'], audience: '2' })
  const id = /\d+/.exec(made.headers.get('location') ?? '')?.[0]
  await ada.post(`/contributions/${id}/co-authors`, { name: 'Beatriz Ribeirinha Douro' })
  expect(await mailedBy('co-author')).toEqual([0, 1, 1])
})

test('what became of a membership', async () => {
  const membership = String(await currentMembership(town, 'at-graz'))
  const begins = dayOf(town.now)
  await act(irena, '/memberships/at-graz/suspension', { membership, begins, reason: 'Because.' })
  expect(await mailedBy('membership-news')).toEqual([0, 1, 1])
})

test('that a webhook was stopped', async () => {
  await irena.post('/webhooks', { address: 'https://hook.example/in', 'facts[]': ['question.asked'] })
  const webhook = await fill(town, `update webhook set stopped_at = now(), stopped_because = 'gone' returning id`)
  await fill(town, `insert into fact (name, data) values ('webhook.stopped', '{"webhook": ${webhook}}') returning id`)
  const [night, morning, again] = await mailedBy('webhook-')
  expect([night, again]).toEqual([0, morning])
  expect(morning).toBeGreaterThan(0)
})
