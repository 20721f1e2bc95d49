// Whoever allowed notices on a device is told there at once, whatever they want by mail: once, after quiet time, of nothing muted.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'
import { testJobs } from '../../../testing/template.ts'
import { tell } from './public.ts'
import type { Area } from './rhythm.ts'
import { hearAgain } from './store-telling.ts'

let town: Town
let service: PushService
let ada: Visitor
let beatriz: Visitor
let personId: number
const work = async () => {
  while ((await town.work()) > 0);
}
beforeAll(async () => {
  town = await openTown()
  service = await openPushService()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  personId = await town.personId('beatriz-ribeirinha-douro')
  await beatriz.post('/notices-on-devices/devices', service.subscribe('phone'))
  await work()
})
afterAll(() => service.close())
beforeEach(async () => {
  for (const table of ['notice_setting', 'notice_rhythm', 'subscription', 'notice', 'notice_later'])
    await rowsOf(town, `delete from ${table}`)
  service.received.length = 0
  town.mails.length = 0
})
const shown = (): string[] => service.received.map(({ text }) => JSON.parse(text).body)
const mailed = (): number => town.mails.filter(({ to }) => to.startsWith('beatriz')).length
const told = {
  ...{ summary: 'Kurz.', lang: 'en', problem: 'p', response: 'r', results: 's' },
  ...{ evidence: '0', 'concepts[]': ['youth'], audience: '2' },
}
async function publish(title: string, rounds?: number): Promise<string> {
  const id = /\d+/.exec((await ada.post('/practices', { ...told, title })).headers.get('location') ?? '')?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  if (rounds === undefined) await work()
  else for (let round = 0; round < rounds; round += 1) await town.work()
  return id
}

test('asked, and what they only watch: the phone says about what, each once; the mail of the latter waits for the digest', async () => {
  const contributionId = await fill(
    town,
    `select min(id) from contribution where audience_id = 1 and state = 'published' and hidden_at is null`,
  )
  const parts = { ...testJobs(town.database.system, town.dataDir), now: () => town.now }
  const mail = { to: 'beatriz@example.org', subject: 'x', text: 'x' }
  const hear = async (area: Area, factId: number) =>
    tell(parts, { personId, contributionId, factId, area, what: 'reply', why: [] }, mail)
  const [first, second] = [await fill(town, 'select min(id) from fact'), await fill(town, 'select max(id) from fact')]
  const sent = [await hear('asked', first), await hear('asked', first), await hear('watched', second)]
  expect([...sent, await hear('watched', second)]).toEqual(['now', 'now', 'gathered', 'gathered'])
  await work()
  const [row] = await rowsOf<{ title: string }>(town, `select title from contribution where id = ${contributionId}`)
  expect(shown()).toEqual([row?.title, row?.title])
})

test.each(['daily', 'weekly', 'never'])(
  'mails %s: what they watch is on the phone at once, and in no mail',
  async (rhythm) => {
    await beatriz.post('/notices/rhythms', { asked: rhythm, city: rhythm, watched: rhythm, rooms: rhythm })
    await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
    await publish(`Funkwort ${rhythm}`)
    expect([shown(), mailed()]).toEqual([[`Funkwort ${rhythm}`], 0])
  },
)

test('in quiet time nothing; when it ends, once', async () => {
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  await fill(
    town,
    `insert into notice_setting (person_id, quiet_from, quiet_to, time_zone) values (${personId},
      (now() at time zone 'UTC')::time - interval '1 hour', (now() at time zone 'UTC')::time + interval '1 hour', 'UTC')`,
  )
  await publish('Ruhewort')
  expect([shown(), await fill(town, 'select count(*) from notice_later')]).toEqual([[], 1])
  await fill(town, 'delete from notice_setting')
  await fill(town, `update notice_later set until = now() - interval '1 minute'`)
  for (const _ of [1, 2]) {
    await hearAgain(town.database.system, new Date())
    await work()
  }
  expect([shown(), mailed()]).toEqual([['Ruhewort'], 0])
})

test('muted, or read meanwhile: nothing', async () => {
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  for (const act of ['/contributions/ID/mute', '/notices/reading']) {
    const id = await publish(`Stillwort ${act}`, 1)
    expect(await fill(town, `select count(*) from notice where contribution_id = ${id}`)).toBe(1)
    await beatriz.post(act.replace('ID', id))
    await work()
  }
  expect(shown()).toEqual([])
})

test('blocked while the notice is on its way: the phone stays silent; taken back, the next one comes', async () => {
  await beatriz.post('/notices/subscriptions', { of: 'concept.youth' })
  const block = `insert into message_block (person_id, blocked_id) select ${personId}, id from person where slug = 'ada-lindmoser' returning person_id`
  const waiting = () => fill(town, 'select count(*) from push_delivery where done_at is null')
  await publish('Sperrglocke', 2)
  expect([await waiting(), shown()]).toEqual([1, []])
  await fill(town, block)
  await work()
  expect([await waiting(), shown()]).toEqual([0, []])
  await rowsOf(town, 'delete from message_block')
  await publish('Freie Glocke')
  expect(shown()).toEqual(['Freie Glocke'])
})
