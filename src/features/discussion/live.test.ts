// Reading along: two processes on one database, and each change judged for each reader in the moment in which it happens.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listenTo } from '#platform/db/listen.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { createVisitorCache } from '#platform/http/visitor-cache.ts'
import type { Streams } from '#platform/live/streams.ts'
import { createLog } from '#platform/log.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { createApp, openStreams } from '../../app.tsx'

/** What a browser has heard so far on one open answer. */
interface Ear {
  readonly text: () => string
  readonly ids: () => number[]
  readonly over: Promise<void>
  readonly stop: () => Promise<void>
}

let town: Town
let streams: Streams
/** The second process: it hears what the first one writes only through PostgreSQL. */
let second: ReturnType<typeof createApp>
let deaf: () => Promise<void>
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
let id: string
const ears: Ear[] = []

beforeAll(async () => {
  town = await openTown()
  const { settings } = testJobs(town.database.system, town.dataDir)
  const log = createLog('silent')
  const clock = () => town.now
  streams = openStreams({ database: town.database, log })
  const common = { database: town.database, settings, log, clock, mail: async () => undefined, demonstration: true }
  second = createApp({ ...common, streams, visitorCache: createVisitorCache(clock) })
  await new Promise<void>((ready) => {
    deaf = listenTo(town.owner, {
      channels: ['live'],
      heard: (_, payload) => streams.tell(payload),
      began: ready,
      lost: () => streams.tell(undefined),
    })
  })
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
  const text = 'Who walks at night with young people?'
  const fields = { text, title: text, lang: 'en', 'concepts[]': ['youth'], before: 'yes' }
  const asked = await ada.post('/questions', { ...fields, audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
  id = /\d+/.exec(asked.headers.get('location') ?? '')?.[0] ?? ''
})
afterEach(async () => {
  for (const ear of ears.splice(0)) await ear.stop()
  forgetTries()
})
afterAll(async () => {
  streams.close()
  await deaf()
})

/** From this moment on; what came in the seconds before a page was drawn is told as well. */
const fromNow = (): string => `?since=${encodeURIComponent(new Date(Date.now() + 10_000).toISOString())}`

async function hear(who: Visitor, query = fromNow(), headers: Record<string, string> = {}): Promise<Ear> {
  const answer = await second.request(`/contributions/${id}/live${query}`, {
    headers: { cookie: who.cookie, ...headers },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body?.getReader()
  let text = ''
  const over = (async () => {
    for (;;) {
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return
      text += new TextDecoder().decode(piece.value)
    }
  })()
  const ids = () => [...text.matchAll(/"ids":\[([\d,]*)\]/g)].flatMap(([, list = '']) => list.split(',').map(Number))
  const ear = { text: () => text, ids, over, stop: async () => void (await reader?.cancel()) }
  ears.push(ear)
  return ear
}
const write = async (who: Visitor, text: string): Promise<number> => {
  const given = await who.post(`/contributions/${id}/replies`, { text, lang: 'en' })
  return Number(/#reply-(\d+)/.exec(given.headers.get('location') ?? '')?.[1])
}
const until = (holds: () => boolean): Promise<void> => expect.poll(holds, { timeout: 5000, interval: 20 }).toBe(true)

test('a new, a changed and a withdrawn reply are told, by numbers and without a word', async () => {
  const ear = await hear(beatriz)
  const reply = await write(ada, 'Secretly: at the station.')
  await until(() => ear.ids().includes(reply))
  await ada.post(`/replies/${reply}`, { text: 'At the station, more calmly.', lang: 'en', revision: '1' })
  await until(() => ear.ids().length === 2)
  await ada.post(`/replies/${reply}/withdrawal`)
  await until(() => ear.ids().length === 3)
  expect(ear.text()).not.toMatch(/station|Ada|Secretly/)
  expect(ear.ids()).toEqual([reply, reply, reply])
})

test('whoever is taken out of the audience while reading hears nothing more; who stays in it does', async () => {
  const beatrizHears = await hear(beatriz)
  const adaHears = await hear(ada)
  const first = await write(ada, 'Still for both.')
  await until(() => beatrizHears.ids().includes(first) && adaHears.ids().includes(first))
  const removed = `delete from audience_person where person_id = ${await town.personId('beatriz-ribeirinha-douro')}
    and audience_id = (select audience_id from contribution where id = ${id}) returning audience_id`
  const audience = await fill(town, removed)
  const later = await write(ada, 'No longer for Beatriz.')
  await until(() => adaHears.ids().includes(later))
  expect(beatrizHears.ids()).toEqual([first])
  const again = await second.request(`/contributions/${id}/live`, { headers: { cookie: beatriz.cookie } })
  expect(again.status).toBe(404)
  await fill(
    town,
    `insert into audience_person values (${audience}, ${await town.personId('beatriz-ribeirinha-douro')}) returning 1`,
  )
})

test('a reply that is hidden is told to whoever reads along, and what they then find is the note', async () => {
  const reply = await write(ada, 'Grumbold is a fool.')
  const ear = await hear(beatriz)
  await beatriz.post(`/contributions/${id}/report`, { reason: 'insult', words: 'A name', reply: String(reply) })
  const reported = await fill(town, 'select max(id) from report')
  const irena = await town.as('irena-halvorsdottir-blau')
  await irena.post(`/care/reports/${reported}/hiding`, { reason: 'insult', words: 'A name' })
  await until(() => ear.ids().includes(reply))
  const html = await beatriz.page(`/questions/${id}-who-walks-at-night-with-young-people`)
  expect(html).not.toContain('Grumbold')
  expect(html).toContain('This reply was hidden')
  const late = await hear(beatriz, `?since=${encodeURIComponent(new Date(Date.now() - 1000).toISOString())}`)
  await until(() => late.ids().includes(reply))
})

test('whoever signed out, or left the city, hears nothing more, on whichever process', async () => {
  const other = await town.as('beatriz-ribeirinha-douro')
  const [stays, leaves] = [await hear(beatriz), await hear(other)]
  await other.post('/sign-out')
  const reply = await write(ada, 'After she signed out there.')
  await until(() => stays.ids().includes(reply))
  expect(leaves.ids()).toEqual([])
  const adaHears = await hear(ada)
  const beatrizs = await town.personId('beatriz-ribeirinha-douro')
  await pastTriggers(town, `update person set left_at = now() where id = ${beatrizs}`)
  const later = await write(ada, 'After she left Porto.')
  await until(() => adaHears.ids().includes(later))
  expect(stays.ids()).toEqual([reply])
  await pastTriggers(town, `update person set left_at = null where id = ${beatrizs}`)
})

test('out of reach it is not there; a visitor is sent to sign in', async () => {
  const statusOf = async (cookie: string) =>
    (await second.request(`/contributions/${id}/live`, { headers: { cookie } })).status
  expect(await statusOf(assia.cookie)).toBe(404)
  expect(await statusOf('')).toBe(303)
})

test('who was away is told what came meanwhile, since the page was drawn or since the last message', async () => {
  const early = await hear(beatriz)
  const reply = await write(ada, 'While you were away.')
  await until(() => early.ids().includes(reply))
  const last = /id: (\S+)/.exec(early.text())?.[1] ?? ''
  await early.stop()
  const missed = await write(ada, 'And once more.')
  const late = await hear(beatriz, '', { 'last-event-id': last })
  await until(() => late.ids().includes(missed))
  for (const moment of ['\u00ff; drop table', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '-000100-01-01']) {
    const nonsense = await hear(beatriz, '?since=yesterday', { 'last-event-id': moment })
    await until(() => nonsense.text().startsWith('retry: '))
  }
})

test('of one person’s many tabs the oldest ends; nobody else loses theirs', async () => {
  const adaHears = await hear(ada)
  const mine: Ear[] = []
  for (let tab = 0; tab < 13; tab += 1) mine.push(await hear(beatriz))
  await mine[0]?.over
  const reply = await write(ada, 'For the other twelve.')
  await until(() => mine.slice(1).every((ear) => ear.ids().includes(reply)) && adaHears.ids().includes(reply))
  expect(mine[0]?.ids()).toEqual([])
  for (const ear of mine) await ear.stop()
  await until(() => streams.count() === 1)
})

test('when the ear of a process was away, everybody begins again; when it closes, all end', async () => {
  const ear = await hear(beatriz)
  streams.tell(undefined)
  await ear.over
  const next = await hear(beatriz)
  streams.close()
  await next.over
  const refused = await second.request(`/contributions/${id}/live`, { headers: { cookie: beatriz.cookie } })
  expect(refused.status).toBe(429)
})
