// Who was told of a meeting hears when it is moved or called off; of what is out of date nothing is left.
import { expect, test } from 'vitest'
import { fill, whileHeld } from '../../../testing/as-owner.ts'
import { deliver } from '../digests/fixtures.ts'
import { openWatchingTown } from '../notices/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { meetingsOf, roomsOf } from './fixtures.ts'

const watching = await openWatchingTown()
const { town, ada, beatriz, countOf, workAll } = watching
const { mails, wish, room } = roomsOf(watching, { foundBy, bringIn })
const { lastMeeting, meet, move, callOff } = meetingsOf(watching)
const subjects = () => mails().map(({ subject }) => subject)

test('moved, called off, on again: each is told at once, with what holds now; other words and notes are not', async () => {
  const id = await room()
  await wish('at_once')
  await meet(id, 'Wandertermin')
  await move(id, 'Wandertermin im Wald', { notes: 'Bitte warme Schuhe mitbringen.' })
  expect(subjects()).toEqual(['New meeting: Wandertermin'])
  await move(id, 'Wandertermin', { day: '2099-06-08' })
  await move(id, 'Wandertermin', { day: '2099-06-09', place: 'Rathaus' })
  await callOff(id)
  await callOff(id, '/end')
  expect(subjects().slice(1)).toEqual([
    'Time or place changed: Wandertermin',
    'Time or place changed: Wandertermin',
    'Called off: Wandertermin',
    'Takes place after all: Wandertermin',
  ])
  expect(mails()[2]?.text).toMatch(/^TLP:AMBER\n\nHello[\s\S]+June 9, 2099|9 June 2099/)
  // What was told before is out of date: one is new, not five.
  expect([await countOf(beatriz), await countOf(ada)]).toEqual([1, 0])
  const page = await beatriz.page('/notices')
  expect(page).toContain('takes place after all')
  expect(page.match(/Wandertermin<\/a>/g)).toHaveLength(1)
  await fill(town, `update fact set queued_at = null where name in ('meeting.changed', 'notice.raised')`)
  await workAll()
  expect([mails().length, await countOf(beatriz)]).toEqual([5, 1])
})

test('a meeting that is over is changed in silence, and who has not heard of one yet hears of it as it is', async () => {
  const id = await room()
  await wish('never')
  await meet(id, 'Stiller Termin')
  await move(id, 'Stiller Termin', { day: '2099-07-01' })
  await callOff(id)
  expect(await countOf(beatriz)).toBe(1)
  expect(await beatriz.page('/notices')).toContain('called off')
  await beatriz.post('/notices/reading')
  await fill(
    town,
    `update meeting set starts_at = now() - interval '1 day', ends_at = null where id = ${await lastMeeting()}`,
  )
  await callOff(id, '/end')
  expect([await countOf(beatriz), mails()]).toEqual([0, []])
})

test('gathered: what is moved and what is called off stands in the digest as that, once', async () => {
  const id = await room()
  await wish('daily')
  town.now.setUTCHours(8, 0)
  await meet(id, 'Verlegt')
  const moved = await lastMeeting()
  await meet(id, 'Fällt aus')
  const off = await lastMeeting()
  await meet(id, 'Bleibt')
  await beatriz.post('/notices/reading')
  await move(id, 'Bleibt', { notes: 'Wie besprochen.' })
  await move(id, 'Verlegt', { from: '15:00', to: '16:00' }, moved)
  await callOff(id, '', off)
  await meet(id, 'Fiel aus, ehe sie es wusste')
  await callOff(id)
  await fill(town, `update notice set created_at = created_at - interval '1 day'`)
  await deliver(town)
  const text = mails().at(-1)?.text ?? ''
  expect(text).toMatch(/Verlegt[\s\S]{1,200}Time or place changed: /)
  expect(text).toMatch(/Fällt aus[\s\S]{1,200}Called off: /)
  expect(text).not.toMatch(/Fiel aus|Bleibt/)
  const before = mails().length
  town.now = new Date(town.now.getTime() + 86_400_000)
  await deliver(town)
  expect(mails().slice(before)).toEqual([])
})

test('under the Chatham House Rule a mail about a moved or cancelled meeting says nothing of it either', async () => {
  const id = await room({ chatham: 'yes', name: 'Stiller Kreis' })
  await wish('at_once')
  await meet(id, 'Vertraulicher Termin')
  await move(id, 'Vertraulicher Termin', { day: '2099-06-08' })
  await callOff(id)
  expect(mails()).toHaveLength(3)
  for (const mail of mails())
    expect(JSON.stringify({ ...mail, endAddress: '' })).not.toMatch(/Stiller|Vertraulich|TLP|alled off|\/rooms\//)
})

test('soon, and another place, twice: each is in the digest of its day, though the meeting stood there before', async () => {
  const id = await room()
  await wish('daily')
  town.now.setUTCHours(8, 0)
  const soon = new Date(town.now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
  const digestOf = async (): Promise<string> => {
    const before = mails().length
    await fill(town, `update notice set created_at = created_at - interval '1 day'`)
    await deliver(town)
    town.now = new Date(town.now.getTime() + 86_400_000)
    return mails()
      .slice(before)
      .map(({ text }) => text)
      .join()
  }
  await meet(id, 'Bald', soon)
  expect(await digestOf()).toContain('Bald')
  for (const place of ['Rathaus', 'Bahnhof']) {
    await move(id, 'Bald', { day: soon, place })
    expect(await digestOf()).toMatch(/Bald[\s\S]{1,200}Time or place changed: /)
  }
})

test('called off by somebody else in the same moment, as by a second click, is one change', async () => {
  const id = await room()
  await wish('at_once')
  await meet(id, 'Zweimal')
  const meeting = await lastMeeting()
  const answer = await whileHeld(
    town,
    'meeting',
    () => ada.post(`/rooms/${id}/meetings/${meeting}/cancellation`),
    [`update meeting set cancelled_at = now() where id = ${meeting}`],
    'writers',
  )
  expect(answer.status).toBe(303)
  await workAll()
  expect(subjects()).toEqual(['New meeting: Zweimal'])
})
