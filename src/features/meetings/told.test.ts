// Who watches a room hears of a new meeting: on the page and in the number, by mail as they want it, on their devices; nobody else.
import { beforeEach, expect, test } from 'vitest'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { deliver } from '../digests/fixtures.ts'
import { openWatchingTown } from '../notices/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'

const { town, ada, beatriz, countOf, workAll } = await openWatchingTown()
const [adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
const beatrizAddress = 'beatriz.ribeirinha-douro@porto.example'
const mails = () => town.mails.filter(({ to }) => to === beatrizAddress)
const block = `insert into message_block (person_id, blocked_id) values (${beatrizId}, ${adaId})`
const wish = (rooms: string) =>
  beatriz.post('/notices/rhythms', { asked: 'never', city: 'never', watched: 'never', rooms })

/** With Ada, who founded it, and Beatriz. */
async function room(fields: Record<string, string> = {}): Promise<number> {
  const id = await foundBy(ada, { entry: 'invitation', ...fields })
  await bringIn(ada, id, beatriz, 'Beatriz Ribeirinha Douro')
  await workAll()
  town.mails.length = 0
  return id
}
async function meet(id: number, title: string, day = '2099-06-01', rounds?: number): Promise<void> {
  const when = { title, day, from: '14:00', to: '15:00', zone: 'Europe/Vienna', place: '', link: '', notes: '' }
  expect((await ada.post(`/rooms/${id}/meetings`, when)).status).toBe(303)
  if (rounds === undefined) await workAll()
  else for (let round = 0; round < rounds; round += 1) await town.work()
}
beforeEach(async () => {
  town.now = new Date()
  await fill(town, 'delete from message_block; delete from digest')
})

test('usually on the page and in the number, read by opening the meetings; not for whoever set it, nor outside', async () => {
  const id = await room()
  await meet(id, 'Frühlingstermin')
  expect([mails(), await countOf(beatriz), await countOf(ada)]).toEqual([[], 1, 0])
  expect(await countOf(await town.as('jonte-pfalzgrafer'))).toBe(0)
  const page = await beatriz.page('/notices')
  expect(page).toContain('Frühlingstermin')
  expect(page).toContain('a new meeting')
  expect(page).toContain(`href="/rooms/${id}/meetings"`)
  expect(await beatriz.page(`/rooms/${id}/meetings`)).toContain('Nothing new')
  await expect.poll(() => countOf(beatriz)).toBe(0)
  await meet(id, 'Zweiter Termin')
  await beatriz.post('/notices/reading')
  expect(await countOf(beatriz)).toBe(0)
})

test('one is marked as read on the page, and stays unread for others and beside others', async () => {
  const id = await room()
  const jonte = await town.as('jonte-pfalzgrafer')
  await bringIn(ada, id, jonte, 'Jonte Pfalzgräfer')
  await beatriz.post('/notices/reading')
  await jonte.post('/notices/reading')
  await meet(id, 'Dieser Termin')
  await meet(id, 'Anderer Termin')
  const [item] = [...(await beatriz.page('/notices')).matchAll(/name="item" value="(meeting \d+)"/g)].map(
    ([, one]) => one,
  )
  expect((await beatriz.post('/notices/reading', { item: item ?? '' })).status).toBe(303)
  expect([await countOf(beatriz), await countOf(jonte)]).toEqual([1, 2])
  for (const wrong of ['meeting 0', "meeting 1' or true", 'x'.repeat(999)])
    expect((await beatriz.post('/notices/reading', { item: wrong })).status).toBe(404)
  expect(await countOf(beatriz)).toBe(1)
  await beatriz.post('/notices/reading')
})

test('at once: by mail, with label, room, time and a way to end it; once, however often the fact is heard', async () => {
  const id = await room()
  await wish('at_once')
  await meet(id, 'Sofort\r\ntermin')
  await fill(town, `update fact set queued_at = null where name in ('meeting.set', 'notice.raised')`)
  await workAll()
  expect(mails().map(({ subject }) => subject)).toEqual(['New meeting: Sofort termin'])
  const [mail] = mails()
  expect(mail?.text).toMatch(/^TLP:AMBER\n\nHello/)
  expect(mail?.text).toMatch(/“Night walks”[\s\S]+June 1, 2099|1 June 2099/)
  expect(mail?.text).toContain(`http://localhost/rooms/${id}/meetings`)
  const ending = mail?.endAddress?.replace('http://localhost', '') ?? ''
  expect((await town.visitor.post(ending)).status).toBe(200)
  await meet(id, 'Nach dem Ende')
  expect([mails().length, await countOf(beatriz)]).toEqual([1, 1])
})

test('gathered: in the digest, once; what begins within a week stands there among what comes up, once', async () => {
  const id = await room()
  await wish('daily')
  town.now.setUTCHours(8, 0)
  const soon = new Date(town.now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
  await meet(id, 'Ferntermin')
  await meet(id, 'Nahtermin', soon)
  await fill(town, `update notice set created_at = created_at - interval '1 day'`)
  expect(await deliver(town)).toBeGreaterThan(0)
  const text = mails().at(-1)?.text ?? ''
  expect([text.split('Ferntermin').length, text.split('Nahtermin').length]).toEqual([2, 2])
  expect(await fill(town, `select count(*) from notice where mailed_at is null and person_id = ${beatrizId}`)).toBe(0)
  town.now = new Date(town.now.getTime() + 86_400_000)
  const before = mails().length
  await deliver(town)
  expect(
    mails()
      .slice(before)
      .filter((mail) => mail.text.includes('Ferntermin')),
  ).toEqual([])
})

test('under the Chatham House Rule no mail says of what, nor in which room; the page, which is hers, does', async () => {
  const id = await room({ chatham: 'yes', name: 'Stiller Kreis' })
  await wish('at_once')
  await meet(id, 'Vertraulicher Termin')
  expect(JSON.stringify({ ...mails()[0], endAddress: '' })).not.toMatch(/Stiller|Vertraulich|TLP|\/rooms\//)
  expect(mails()).toHaveLength(1)
  expect(await beatriz.page('/notices')).toContain('Vertraulicher Termin')
})

test.each([
  ['removed from the room', (id: number) => ada.post(`/rooms/${id}/members/${beatrizId}/removal`)],
  ['having blocked who set it', () => rowsOf(town, block)],
  [
    'with the meeting called off',
    () => rowsOf(town, `update meeting set cancelled_at = now() where cancelled_at is null`),
  ],
])('%s between fact and mail: nothing is sent', async (_, act) => {
  const id = await room()
  await wish('at_once')
  await meet(id, 'Zwischentermin', '2099-06-02', 1)
  expect(await fill(town, `select count(*) from fact where name = 'notice.raised' and queued_at is null`)).toBe(1)
  await act(id)
  await workAll()
  expect(mails()).toEqual([])
})

test('what she may not know any more is gone from page and number, and comes back with her', async () => {
  const id = await room()
  await meet(id, 'Wiedertermin')
  expect(await countOf(beatriz)).toBe(1)
  await rowsOf(town, block)
  expect([await countOf(beatriz), (await beatriz.page('/notices')).includes('Wiedertermin')]).toEqual([0, false])
  await rowsOf(town, 'delete from message_block')
  expect(await countOf(beatriz)).toBe(1)
  await ada.post(`/rooms/${id}/members/${beatrizId}/removal`)
  expect([await countOf(beatriz), (await beatriz.page('/notices')).includes('Wiedertermin')]).toEqual([0, false])
})

const lastMeeting = async (): Promise<number> => (await fill(town, 'select max(id) from meeting')) ?? 0
async function move(id: number, title: string, changes: Record<string, string>, which?: number): Promise<void> {
  const meeting = which ?? (await lastMeeting())
  const revision = await fill(town, `select revision from meeting where id = ${meeting}`)
  const when = { day: '2099-06-01', from: '14:00', to: '15:00', zone: 'Europe/Vienna', place: '', link: '', notes: '' }
  const form = { ...when, title, revision: String(revision), ...changes }
  expect((await ada.post(`/rooms/${id}/meetings/${meeting}`, form)).status).toBe(303)
  await workAll()
}
async function callOff(id: number, path = '', which?: number): Promise<void> {
  const meeting = which ?? (await lastMeeting())
  expect((await ada.post(`/rooms/${id}/meetings/${meeting}/cancellation${path}`)).status).toBe(303)
  await workAll()
}
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
  expect(await beatriz.page('/notices')).toContain('takes place after all')
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
  expect(await beatriz.page('/notices')).toContain('a new meeting')
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
