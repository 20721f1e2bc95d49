// Whoever comes into a room watches it, whichever way they come; they end it as they end any other, and by leaving.
import { expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { bringIn, foundBy, openIn } from '../rooms/fixtures.ts'
import { watchRooms } from './migrations/002-rooms.ts'

const town = await openTown()
const [ada, beatriz, jonte] = [
  await town.as('ada-lindmoser'),
  await town.as('beatriz-ribeirinha-douro'),
  await town.as('jonte-pfalzgrafer'),
]
const jonteId = await town.personId('jonte-pfalzgrafer')
const watchers = async (room: number): Promise<string[]> =>
  (
    await rowsOf<{ slug: string }>(
      town,
      `select p.slug from subscription s join person p on p.id = s.person_id where s.kind = 'audience' and s.ref = '${room}' order by 1`,
    )
  ).map(({ slug }) => slug)
const toldOf = (word: string): Promise<number> =>
  fill(town, `select count(*) from notice n join contribution c on c.id = n.contribution_id where c.title = '${word}'`)
const opened = async (room: number, title: string): Promise<void> => {
  await openIn(ada, room, title)
  while ((await town.work()) > 0);
}

test('who founds it, accepts an invitation or is let in watches it, and hears of a thread without pressing anything', async () => {
  const room = await foundBy(ada, { entry: 'request' })
  expect(await watchers(room)).toEqual(['ada-lindmoser'])
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await jonte.post(`/rooms/${room}/requests`, { text: 'We try the same.' })
  await ada.post(`/rooms/${room}/requests/${jonteId}/admission`)
  expect(await watchers(room)).toEqual(['ada-lindmoser', 'beatriz-ribeirinha-douro', 'jonte-pfalzgrafer'])
  await opened(room, 'Erstfaden')
  expect(await toldOf('Erstfaden')).toBe(2)

  await beatriz.post('/notices/subscriptions/removal', { of: `audience.${room}` })
  await ada.post(`/rooms/${room}/members/${jonteId}/hosting`)
  expect(await watchers(room)).toEqual(['ada-lindmoser', 'jonte-pfalzgrafer'])
  await opened(room, 'Zweitfaden')
  expect(await toldOf('Zweitfaden')).toBe(1)

  await jonte.post(`/rooms/${room}/hosting/end`)
  await jonte.post(`/rooms/${room}/leaving`)
  expect(await watchers(room)).toEqual(['ada-lindmoser'])
  await ada.post(`/rooms/${room}/members/${await town.personId('beatriz-ribeirinha-douro')}/removal`)
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  expect(await watchers(room)).toEqual(['ada-lindmoser', 'beatriz-ribeirinha-douro'])
})

test('named persons are no room; everybody of the demonstration’s rooms watches them, and so does whoever is in when this comes', async () => {
  const missing = `select count(*) from audience_person ap join audience a on a.id = ap.audience_id and a.kind = 'room'
    where not exists (select 1 from subscription s where s.person_id = ap.person_id and s.kind = 'audience' and s.ref = a.id::text)`
  const others = `select count(*) from subscription s join audience a on a.id::text = s.ref and s.kind = 'audience' and a.kind = 'persons'`
  expect(
    await fill(
      town,
      `select count(*) from audience_person ap join audience a on a.id = ap.audience_id and a.kind = 'room'`,
    ),
  ).toBeGreaterThan(5)
  expect([await fill(town, missing), await fill(town, others)]).toEqual([0, 0])
  await fill(town, `delete from subscription where kind = 'audience'`)
  expect(await fill(town, missing)).toBeGreaterThan(5)
  await fill(town, watchRooms.sql.slice(watchRooms.sql.indexOf('-- Those who are in today')))
  expect([await fill(town, missing), await fill(town, others)]).toEqual([0, 0])
})
