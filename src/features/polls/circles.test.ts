// Polls of rooms that were really founded: whoever is taken out reads nothing more, and a guest nothing that stays inside the
// network.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { attempt, type Door, openDoor } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { ask, conclude, end, giveAnswer, given, inDays, openCircle } from './fixtures.ts'

let town: Town
let door: Door
let circle: Awaited<ReturnType<typeof openCircle>>
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
const secret = 'Wimmelgurt'
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  circle = await openCircle(town, secret, { foundBy, bringIn })
  ;({ ada, beatriz, assia } = circle)
})
afterAll(() => door.close())

const day = 86_400_000
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const seen = async (slug: string, id: number): Promise<unknown[]> =>
  door.as(await town.personId(slug), async (client) => {
    const { rows } =
      await client.query(`select (select count(*)::int from poll_answer where contribution_id = ${id}) as answers,
      (select count(*)::int from poll_file f join poll_answer a on a.id = f.answer_id where a.contribution_id = ${id}) as files,
      app.answers_to_poll(${id}) as number`)
    return rows
  })
const nothing = [{ answers: 0, files: 0, number: null }]

describe('Taken out of the room', () => {
  test('whoever asked reads no answer, no file, no number any more, and can only take the poll back', async () => {
    const { id, room, page, file } = await circle.answered()
    expect(await seen('ada-lindmoser', id)).toEqual([{ answers: 1, files: 1, number: 1 }])
    expect((await ada.get(file)).status).toBe(200)
    await circle.takeOut(room, 'ada-lindmoser')
    expect(await seen('ada-lindmoser', id)).toEqual(nothing)
    for (const way of ['answers', 'answers.csv', 'answers.xlsx'])
      expect((await ada.get(`/polls/${id}/${way}`)).status, way).toBe(403)
    expect((await ada.get(file)).status).toBe(404)
    const html = await ada.page(page)
    expect(html).not.toMatch(new RegExp(`${secret}|cities have answered|See the one answer|/outcome"|/prolongation"`))
    expect(html).toContain('This poll does not reach you any more.')
    const [, line = ''] = (await ada.page('/polls')).split(`/polls/${id}-`)
    expect(line.slice(0, line.indexOf('</article>'))).not.toMatch(/cities have answered|Waits for your city/)
    const outcome = await conclude(ada, id, 'Written outside.')
    expect([outcome.status, (await outcome.text()).includes('Written outside.')]).toEqual([403, true])
    expect((await ada.post(`/polls/${id}/prolongation`, { endsOn: inDays(town, 40) })).status).toBe(403)
    await door.as(await town.personId('ada-lindmoser'), async (client) => {
      for (const change of [`outcome = 'x'`, 'closed_at = now()', `ends_at = now() + interval '99 days'`])
        expect(await attempt(client, `update poll set ${change} where contribution_id = ${id}`)).toBe('0 rows')
    })
    expect((await ada.post(`/polls/${id}/withdrawal`)).status).toBe(303)
    expect(await seen('ada-lindmoser', id)).toEqual(nothing)
  })

  test('whoever answered reads nothing either, and what they were writing comes back whole', async () => {
    const { id, room, file } = await circle.answered()
    await circle.takeOut(room, 'beatriz-ribeirinha-douro')
    expect(await seen('beatriz-ribeirinha-douro', id)).toEqual(nothing)
    for (const way of [`/polls/${id}`, `/polls/${id}/answers`, `/polls/${id}/answers.csv`, file])
      expect((await beatriz.get(way)).status, way).toBe(404)
    const again = { ...given, 'item-4': '7', 'item-5': 'Written in vain.', revision: '1' }
    const answer = await beatriz.post(`/polls/${id}/answer`, again)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    for (const words of ['Yes', 'The mayor', 'Streets; Events', 'Question 4: 7', 'Written in vain.'])
      expect(html).toContain(words)
    expect((await beatriz.post(`/polls/${id}/answer`, {})).status).toBe(404)
  })

  test('a poll waits on nobody’s home page who is out', async () => {
    const room = await circle.roomOf()
    const id = await ask(town, ada, { audience: String(room) })
    expect(await ada.page('/')).toContain(`/polls/${id}-`)
    await circle.takeOut(room, 'ada-lindmoser')
    expect(await ada.page('/')).not.toContain(`/polls/${id}-`)
  })
})

describe('A guest of the room', () => {
  test('reads after the end what may go outside, and never what stays inside the network', async () => {
    const { id, room } = await circle.answered({}, { opens: 'yes' })
    expect(await giveAnswer(assia, id, { 'item-5': 'Flurbelstein, for us alone.', inside: 'yes' })).toBe(303)
    const [until, slug] = [dayOf(new Date(Date.now() + day)), 'zita-gastlinger']
    await assia.post(`/rooms/${room}/invitations`, { who: 'zita@linz.example', until, lang: 'en' })
    town.mails.length = 0
    await work()
    const token =
      /\/guest-invitation\?token=(\S+)/.exec(
        town.mails.findLast(({ text }) => text.includes('/guest-invitation'))?.text ?? '',
      )?.[1] ?? ''
    const who = { name: 'Zita Gastlinger', organisation: 'Town of Linz', country: 'AT', lang: 'en', token }
    expect((await town.visitor.post('/guest-invitation', who)).status).toBe(303)
    const guest = await town.as(slug)
    expect((await guest.get(`/polls/${id}/answers`)).status).toBe(403)
    await end(town, id)
    const page = await guest.page(`/polls/${id}/answers`)
    expect(page).toContain(secret)
    expect(page).toContain('One answer cannot be read here: it stays inside the network.')
    for (const way of ['answers', 'answers.csv'])
      expect(await guest.page(`/polls/${id}/${way}`)).not.toContain('Flurbel')
    expect(await seen(slug, id)).toEqual([{ answers: 1, files: 1, number: 2 }])
    expect(await ada.page(`/polls/${id}/answers`)).toContain('Flurbelstein')
  })
})
