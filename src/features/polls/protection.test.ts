// Answers are given to those who give one: nobody else learns more than their number, by no page, list, search, file or SQL.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy } from '../rooms/fixtures.ts'
import { ask, audienceOf, end, giveAnswer, given, pollFields } from './fixtures.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let assia: Visitor
let jonte: Visitor
let irena: Visitor
const secret = 'Wimmelgurt'
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  assia = await town.as('assia-verdonnel')
  jonte = await town.as('jonte-pfalzgrafer')
  irena = await town.as('irena-halvorsdottir-blau')
})
afterAll(() => door.close())

const answersOf = (id: number) => `select given::text from poll_answer where contribution_id = ${id}`
const rows = async (slug: string | undefined, sql: string): Promise<number> => {
  const person = slug === undefined ? undefined : await town.personId(slug)
  return door.as(person, async (client) => (await client.query(sql)).rows.length)
}
const pdf = (): File => new File(['%PDF-1.4 wimmelgurt'], `${secret}.pdf`, { type: 'application/pdf' })

/** Porto answers with the secret and a file; gives the poll and the address of the file. */
async function answered(more: Parameters<typeof ask>[2] = {}): Promise<{ id: number; file: string }> {
  const id = await ask(town, ada, more)
  expect(await giveAnswer(beatriz, id, { 'item-5': `It was a ${secret}.`, 'file-6': pdf() })).toBe(303)
  const page = await beatriz.page(`/polls/${id}/answers`)
  return { id, file: /\/polls\/\d+\/files\/\d+\/[^"]+/.exec(page)?.[0] ?? '' }
}

describe('Whoever has not answered', () => {
  test('learns how many have, and meets neither their words nor their files anywhere', async () => {
    const { id, file } = await answered()
    while ((await town.work()) > 0);
    const page = `/polls/${id}-body-cameras-of-public-order-officers`
    for (const who of [assia, jonte, irena]) {
      expect(await who.page(page)).toMatch(/1 of \d+ cities have answered/)
      for (const place of [
        page,
        '/',
        '/polls',
        `/search?q=${secret}`,
        `/api/v1/search?q=${secret}`,
        '/members/pt-porto',
      ])
        expect((await who.page(place)).replaceAll(`value="${secret}"`, '')).not.toContain(`a ${secret}`)
      expect(await who.page(page)).not.toContain(`${secret}.pdf`)
      for (const way of ['answers', 'answers.csv', 'answers.xlsx'])
        expect((await who.get(`/polls/${id}/${way}`)).status).toBe(403)
      expect((await who.get(file)).status).toBe(404)
      expect(await who.page(`/contributions/${id}/visibility`)).not.toContain('Beatriz')
    }
    const told = `select 1 from fact where contribution_id = ${id} and name = 'poll.answered'`
    for (const slug of ['assia-verdonnel', 'ada-lindmoser', 'irena-halvorsdottir-blau'])
      expect(await rows(slug, told)).toBe(0)
    expect(await rows('beatriz-ribeirinha-douro', told)).toBe(1)
    for (const way of ['answers', 'answers.csv', 'answers.xlsx'])
      expect((await town.visitor.get(`/polls/${id}/${way}`)).status).toBe(303)
    expect((await town.visitor.get(file)).status).toBe(303)
  })

  test('finds no row in the database itself, and who has answered finds all of them', async () => {
    const { id } = await answered()
    const files = `select 1 from poll_file f join poll_answer a on a.id = f.answer_id where a.contribution_id = ${id}`
    for (const slug of ['assia-verdonnel', 'jonte-pfalzgrafer', 'irena-halvorsdottir-blau', undefined])
      for (const sql of [answersOf(id), files]) expect(await rows(slug, sql)).toBe(0)
    for (const slug of ['ada-lindmoser', 'beatriz-ribeirinha-douro']) expect(await rows(slug, answersOf(id))).toBe(1)
    expect(await giveAnswer(assia, id)).toBe(303)
    for (const slug of ['assia-verdonnel', 'beatriz-ribeirinha-douro']) expect(await rows(slug, answersOf(id))).toBe(2)
    expect(await rows('assia-verdonnel', files)).toBe(1)
    expect(await assia.page(`/polls/${id}/answers`)).toContain(`It was a ${secret}.`)
  })

  test('sees the answers after the end where that was said when asking, and only there', async () => {
    const [open, closed] = [(await answered({ opens: 'yes' })).id, (await answered()).id]
    expect((await jonte.get(`/polls/${open}/answers`)).status).toBe(403)
    for (const id of [open, closed]) await end(town, id)
    expect(await jonte.page(`/polls/${open}/answers`)).toContain(secret)
    expect(await rows('jonte-pfalzgrafer', answersOf(open))).toBe(1)
    expect((await jonte.get(`/polls/${closed}/answers`)).status).toBe(403)
    expect(await rows('jonte-pfalzgrafer', answersOf(closed))).toBe(0)
  })

  test('who gave an answer is told inside the city only, also past the pages', async () => {
    const { id } = await answered()
    await giveAnswer(assia, id)
    const page = `/polls/${id}-body-cameras-of-public-order-officers`
    expect(await beatriz.page(page)).toContain('Given by Beatriz Ribeirinha Douro')
    for (const place of [page, `/polls/${id}/answers`])
      expect(await assia.page(place)).not.toContain('Given by Beatriz')
    const assiaId = await town.personId('assia-verdonnel')
    await door.as(assiaId, async (client) => {
      expect(await attempt(client, 'select given_by from poll_answer')).toBe(refused)
      expect(await attempt(client, 'select changed_by from poll_answer')).toBe(refused)
      const hands = `select h.* from poll_answer a, lateral app.hands_of_answer(a.id) h where a.contribution_id = ${id}`
      expect((await client.query(hands)).rows).toEqual([{ given_by: assiaId, changed_by: null }])
    })
  })
})

describe('A poll of a forum or a room', () => {
  test('does not exist for others, and its number of answers is no number for them', async () => {
    const almut = await town.as('almut-westrichter')
    const germany = String(await audienceOf(town, 'forum-germany'))
    const id = await ask(town, almut, { audience: germany, title: 'Wimmelgurt in Germany', 'item-1': 'yes' })
    expect(await giveAnswer(jonte, id)).toBe(303)
    while ((await town.work()) > 0);
    for (const who of [ada, assia, irena]) {
      for (const place of ['/', '/polls', `/search?q=${secret}`, `/search/suggestions?q=${secret}`])
        expect(await who.page(place)).not.toContain(`/polls/${id}`)
      expect((await who.get(`/polls/${id}`)).status).toBe(404)
      expect((await who.post(`/polls/${id}/answer`, given)).status).toBe(404)
      expect(await (await who.post('/polls/new', { title: 'Wimmelgurt in Germany' })).text()).not.toContain(
        `/polls/${id}`,
      )
    }
    for (const slug of ['ada-lindmoser', 'assia-verdonnel', undefined])
      for (const table of ['poll', 'poll_asked', 'poll_answer'])
        expect(await rows(slug, `select 1 from ${table} where contribution_id = ${id}`)).toBe(0)
    const person = await town.personId('ada-lindmoser')
    await door.as(person, async (client) => {
      const { rows: found } = await client.query(`select app.answers_to_poll(${id}) as n, app.hold_poll(${id}) as held`)
      expect(found).toEqual([{ n: null, held: false }])
    })
    const asked = await fill(
      town,
      `select count(*) from poll_asked q join organisation o on o.id = q.organisation_id where contribution_id = ${id} and o.country <> 'DE'`,
    )
    expect(asked).toBe(0)
  })

  test('asks the cities of a room, and whoever leaves the room sees nothing from that moment', async () => {
    const room = await foundBy(ada, { name: 'Cameras', entry: 'invitation' })
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    await bringIn(ada, room, assia, 'Assia Verdonnel')
    const { id, file } = await answered({ audience: String(room) })
    expect(await fill(town, `select count(*) from poll_asked where contribution_id = ${id}`)).toBe(3)
    expect((await beatriz.get(file)).status).toBe(200)
    expect((await beatriz.post(`/rooms/${room}/leaving`)).status).toBe(303)
    for (const way of [`/polls/${id}`, `/polls/${id}/answers`, `/polls/${id}/answers.csv`, file])
      expect((await beatriz.get(way)).status).toBe(404)
    expect(await rows('beatriz-ribeirinha-douro', answersOf(id))).toBe(0)
    expect(await giveAnswer(beatriz, id, { revision: '1' })).toBe(404)
  })
})

test('A poll that its asker withdrew is gone for those who answered: page, answers, file', async () => {
  const { id, file } = await answered()
  expect((await ada.post(`/polls/${id}/withdrawal`)).status).toBe(303)
  expect((await beatriz.get(`/polls/${id}`)).status).toBe(410)
  expect((await beatriz.get(`/polls/${id}/answers`)).status).toBe(410)
  expect((await beatriz.get(file)).status).toBe(404)
  expect(await rows('beatriz-ribeirinha-douro', answersOf(id))).toBe(0)
  expect((await ada.get(`/polls/${id}/answers`)).status).toBe(200)
  expect((await ada.post('/polls', { ...pollFields(town), audience: '1' })).status).toBe(422)
})
