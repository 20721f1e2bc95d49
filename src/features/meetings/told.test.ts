// Who watches a room hears of a new meeting: on the page and in the number, by mail as they want it, on their devices; nobody else.
import { expect, test } from 'vitest'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { deliver } from '../digests/fixtures.ts'
import { openWatchingTown } from '../notices/fixtures.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { meetingsOf, roomsOf } from './fixtures.ts'

const watching = await openWatchingTown()
const { town, ada, beatriz, countOf, workAll } = watching
const { mails, wish, room } = roomsOf(watching, { foundBy, bringIn })
const { meet } = meetingsOf(watching)
const [adaId, beatrizId] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
const block = `insert into message_block (person_id, blocked_id) values (${beatrizId}, ${adaId})`

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
