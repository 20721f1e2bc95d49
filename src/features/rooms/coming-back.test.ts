// Invitations and what becomes of them: whoever was taken out stays out, whoever may come again comes, and none stands in the way of another.
import { beforeAll, expect, test } from 'vitest'
import { dayOf, formatDate } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { bringIn, foundBy } from './fixtures.ts'
import { schedules } from './jobs.ts'
import { endGuests } from './store-upkeep.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let room: number
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  room = await foundBy(ada, { name: 'Behind a door', entry: 'invitation' })
})
const work = async () => {
  while ((await town.work()) > 0);
}
const day = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))
const invite = (who: string, until = day(2)) => ada.post(`/rooms/${room}/invitations`, { who, until, lang: 'en' })
const invited = () => fill(town, `select count(*) from room_invitation where audience_id = ${room}`)
const addressOf = async (slug: string): Promise<string> =>
  (await rowsOf<{ email: string }>(town, `select email from person where slug = '${slug}'`))[0]?.email ?? ''
const invitedAt = (column: 'email' | 'person_id', value: string, until: string) =>
  fill(
    town,
    `insert into room_invitation (audience_id, ${column}, lang, invited_by, until, expires_at)
      select ${room}, ${value}, 'en', id, ${until}, now() + interval '9 days' from person where slug = 'ada-lindmoser' returning id`,
  )
async function mailed(who: string, until?: string): Promise<string> {
  town.mails.length = 0
  expect((await invite(who, until)).status).toBe(303)
  await work()
  return /token=(\S+)/.exec(town.mails.find(({ to }) => to === who)?.text ?? '')?.[1] ?? ''
}

test('whoever was taken out does not come back with an invitation of before', async () => {
  const id = await town.personId('beatriz-ribeirinha-douro')
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  await invitedAt('person_id', String(id), 'null')
  await invitedAt(
    'email',
    `'${(await addressOf('beatriz-ribeirinha-douro')).toUpperCase()}'`,
    `now() + interval '5 days'`,
  )
  expect((await ada.post(`/rooms/${room}/members/${id}/removal`)).status).toBe(303)
  expect((await beatriz.post(`/rooms/${room}/joining`)).status).toBe(404)
  expect(await invited()).toBe(0)
})

test('whoever is let in after asking has no invitation left; an address of somebody inside is refused as a name is', async () => {
  const asked = await foundBy(ada, { name: 'On request', entry: 'request' })
  const id = await town.personId('beatriz-ribeirinha-douro')
  const address = await addressOf('beatriz-ribeirinha-douro')
  const send = (who: string) => ada.post(`/rooms/${asked}/invitations`, { who, until: day(2), lang: 'en' })
  await beatriz.post(`/rooms/${asked}/requests`, { text: 'Please' })
  expect((await send(address)).status).toBe(303)
  await ada.post(`/rooms/${asked}/requests/${id}/admission`)
  expect(await fill(town, `select count(*) from room_invitation where audience_id = ${asked}`)).toBe(0)
  for (const who of ['Beatriz Ribeirinha Douro', address.toUpperCase()]) {
    const answer = await send(who)
    expect([answer.status, (await answer.text()).includes('in the room already')], who).toEqual([422, true])
  }
  // Whoever has an account elsewhere is invited like any stranger.
  expect((await send(await addressOf('jonte-pfalzgrafer'))).status).toBe(303)
})

test('what nobody took in time stands in nobody’s way, and no address of an outsider stays', async () => {
  expect((await invite('late@linz.example')).status).toBe(303)
  expect((await invite('Late@linz.example')).status).toBe(422)
  await fill(town, `update room_invitation set expires_at = now() where audience_id = ${room} returning 1`)
  expect((await invite('late@linz.example')).status).toBe(303)
  await fill(town, `update room_invitation set until = now() where audience_id = ${room} returning 1`)
  // Of its parts it needs the database alone.
  await schedules[0]?.run({ system: town.database.system } as never)
  expect(await invited()).toBe(0)
})

test('an invitation whose last day is over lets nobody in', async () => {
  const address = await addressOf('jonte-pfalzgrafer')
  const id = await invitedAt('email', `'${address}'`, `now() - interval '1 minute'`)
  const jonte = await town.as('jonte-pfalzgrafer')
  expect((await jonte.post(`/rooms/${room}/joining`)).status).toBe(404)
  await fill(town, `delete from room_invitation where id = ${id} returning 1`)
})

test('invited by name and at a second address, one comes in once', async () => {
  expect((await invite('Jonte Pfalzgräfer', '')).status).toBe(303)
  const token = await mailed('jonte.private@linz.example')
  const jonte = await town.as('jonte-pfalzgrafer')
  expect((await jonte.post('/guest-invitation', { token })).status).toBe(303)
  expect(await invited()).toBe(0)
})

test('a guest stays on with a new day, comes again by the same way, and keeps to their address', async () => {
  const token = await mailed('zita@linz.example')
  const fields = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en' }
  expect((await town.visitor.post('/guest-invitation', { ...fields, token })).status).toBe(303)
  const until = () =>
    fill(town, `select extract(epoch from max(until))::bigint from audience_person where audience_id = ${room}`)
  const before = await until()
  expect((await invite('zita@linz.example', day(9))).status).toBe(303)
  expect((await until()) - before).toBe(7 * 86_400)
  // The day that was typed, not the one after it.
  expect(await ada.page(`/rooms/${room}/members`)).toContain(`Guest until ${formatDate('en', new Date(day(9)))}`)

  const second = await mailed('zita.private@linz.example')
  const guest = await town.as('zita-gastlinger')
  const other = await guest.post('/guest-invitation', { token: second })
  expect([other.status, (await other.text()).includes('went to another address')]).toEqual([410, true])

  await fill(town, `update audience_person set until = now() - interval '1 second' where until is not null returning 1`)
  const again = await mailed('zita@linz.example')
  expect(await town.visitor.page(`/guest-invitation?token=${again}`)).toContain('come in again as Zita Gastlinger')
  expect((await town.visitor.post('/guest-invitation', { token: again })).status).toBe(303)
  await endGuests(town.database.system)
  expect(await ada.page(`/rooms/${room}/members`)).toContain('Zita Gastlinger')
  expect((await guest.get(`/rooms/${room}`)).status).toBe(200)
  expect(await fill(town, `select count(*) from person where email = 'zita@linz.example'`)).toBe(1)
})
