// Whom one may call: the answers tell nobody who is in a room or among named persons, nor whose city is suspended.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { type Door, openDoor } from '../../../testing/policies/as-person.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
})
beforeEach(() => forgetTries())
afterAll(() => door.close())

const idIn = (answer: Response): string => /\d+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
const told = {
  ...{ title: 'Written for few', summary: 'For few.', lang: 'en', problem: 'Fear.', response: 'Walks.' },
  ...{ results: 'More people.', evidence: '0', 'concepts[]': ['youth'] },
}
const publish = async (who: Visitor, audience: Record<string, string>): Promise<string> => {
  const id = idIn(await who.post('/practices', { ...told, ...audience }))
  await who.post(`/practices/${id}/publication`)
  return id
}
/** A room of Ada's with Beatriz in it, known to nobody else. */
async function openRoom(): Promise<number> {
  const room = { name: 'Night walks', aim: 'Walks at dusk.', lang: 'en', entry: 'invitation', listedFor: '2' }
  const id = Number(idIn(await ada.post('/rooms', room)))
  await ada.post(`/rooms/${id}/invitations`, { who: 'Beatriz Ribeirinha Douro', lang: 'en' })
  await beatriz.post(`/rooms/${id}/joining`)
  return id
}
const proposed = async (who: Visitor, id: string, name: string): Promise<string[]> => {
  const html = await who.page(`/contributions/${id}/people?q=${name}`)
  return [...html.matchAll(/data-name="([^"]+)"/g)].flatMap(([, found = '']) => found)
}
const call = async (who: Visitor, id: string, name: string): Promise<string> => {
  const answer = await who.post(`/contributions/${id}/replies`, { text: `What does @${name} say?`, lang: 'en' })
  return `${answer.status} ${(await answer.text()).includes('With @ you named somebody')}`
}
/** As the database answers, past every store. */
const reaches = async (asker: string, id: string, whom: string): Promise<boolean> => {
  const [person, other] = [await town.personId(asker), await town.personId(whom)]
  const answer = await door.as(person, (client) => client.query('select app.reaches($1, $2)', [id, other]))
  return answer.rows[0].reaches
}

describe('whoever is not in it learns not who is', () => {
  test.each(['room', 'persons'])('of a practice in an audience of kind %s, as a co-author', async (kind) => {
    const audience =
      kind === 'room'
        ? { audience: String(await openRoom()) }
        : { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' }
    const id = await publish(ada, audience)
    expect(await proposed(ada, id, 'Beatriz')).toEqual(['Beatriz Ribeirinha Douro'])
    await ada.post(`/contributions/${id}/co-authors`, { name: 'Assia Verdonnel' })
    for (const joined of [false, true]) {
      if (joined) await assia.post(`/contributions/${id}/co-authorship`)
      expect(await proposed(assia, id, 'Beatriz')).toEqual([])
      const answers = [await call(assia, id, 'Beatriz Ribeirinha Douro'), await call(assia, id, 'Jonte Pfalzgräfer')]
      expect(answers).toEqual(['422 true', '422 true'])
      for (const whom of ['beatriz-ribeirinha-douro', 'jonte-pfalzgrafer'])
        expect(await reaches('assia-verdonnel', id, whom)).toBe(false)
    }
    // Who writes with it is named on the page, for both of them.
    expect(await reaches('ada-lindmoser', id, 'assia-verdonnel')).toBe(true)
  })

  test('also whoever looks after it, and has left the room', async () => {
    const room = await openRoom()
    const id = await publish(beatriz, { audience: String(room) })
    expect(await proposed(beatriz, id, 'Ada')).toEqual(['Ada Lindmoser'])
    await beatriz.post(`/rooms/${room}/leaving`)
    expect(await proposed(beatriz, id, 'Ada')).toEqual([])
    expect(await call(beatriz, id, 'Ada Lindmoser')).toBe(await call(beatriz, id, 'Jonte Pfalzgräfer'))
    expect(await reaches('beatriz-ribeirinha-douro', id, 'ada-lindmoser')).toBe(false)
  })
})

describe('a suspension is told by nothing', () => {
  const suspend = (forum: string | null): Promise<number> =>
    fill(
      town,
      `insert into suspension (membership_id, begins_on, reason) select m.id, app.today(), 'x' from membership m
       join organisation o on o.id = m.organisation_id left join forum f on f.id = m.forum_id
       where o.slug = 'de-kaiserslautern' and f.slug is not distinct from ${forum === null ? 'null' : `'${forum}'`} returning id`,
    )
  const mailed = async (): Promise<string[]> => {
    while ((await town.work()) > 0);
    return town.mails.splice(0).flatMap(({ to }) => (to.startsWith('jonte') ? [to] : []))
  }

  test.each([
    ['the network', 'the network', null, 'ada-lindmoser'],
    ['the forum', 'the forum', 'forum-germany', 'carsten-mittelweg'],
    ['the network', 'the forum', null, 'carsten-mittelweg'],
  ])('in %s, below what is for %s', async (_, below, forum, asker) => {
    const of = `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`
    const who = await town.as(asker)
    const id = await publish(who, { audience: below === 'the network' ? '2' : String(await fill(town, of)) })
    const answers = async () => [await call(who, id, 'Jonte Pfalzgräfer'), await proposed(who, id, 'Jonte')]
    const before = await answers()
    expect([before[0], await mailed()]).toEqual(['303 false', [expect.stringContaining('jonte')]])
    const suspension = await suspend(forum)
    expect(await answers()).toEqual(before)
    // Real reach decides about the mail, in silence.
    expect(await mailed()).toEqual([])
    await fill(town, `update suspension set ends_on = begins_on - 1 where id = ${suspension} returning id`)
  })
})

test('a guest is proposed and called by those who share the room, and by nobody else', async () => {
  const room = await openRoom()
  const days = (many: number) => dayOf(new Date(Date.now() + many * 86_400_000))
  await ada.post(`/rooms/${room}/invitations`, { who: 'zita@linz.example', until: days(2), lang: 'de' })
  while ((await town.work()) > 0);
  const token = /\/guest-invitation\?token=(\S+)/.exec(town.mails.splice(0).at(-1)?.text ?? '')?.[1] ?? ''
  const zita = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en', token }
  expect((await town.visitor.post('/guest-invitation', zita)).status).toBe(303)
  const thread = idIn(await ada.post(`/rooms/${room}/threads`, { title: 'Walks', text: 'When and where?', lang: 'en' }))
  expect(await proposed(ada, thread, 'Zita')).toEqual(['Zita Gastlinger'])
  expect(await call(ada, thread, 'Zita Gastlinger')).toBe('303 false')
  while ((await town.work()) > 0);
  const subjects = town.mails.splice(0).flatMap(({ to, subject }) => (to.startsWith('zita') ? [subject] : []))
  expect(subjects).toEqual([expect.stringContaining('Walks')])
  const everybody = await publish(ada, { audience: '2' })
  expect(await proposed(ada, everybody, 'Zita')).toEqual([])
  expect(await proposed(assia, everybody, 'Zita')).toEqual([])
})
