// Whoever reported something does not decide about it; what was hidden for few is read by few again once it is shown; and copies go.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'
import { answer, ask, circleOf } from './fixtures.ts'
import { forgetHidden } from './store-mails.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let irena: Visitor
let theo: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  irena = await town.as('irena-halvorsdottir-blau')
  theo = await town.as('theo-quintavoll')
})
beforeEach(async () => {
  await work()
  town.mails.length = 0
})

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const why = { reason: 'insult', words: 'It calls a colleague names.' }
const report = async (by: Visitor, thing: number, reply?: number): Promise<number> => {
  const sent = await by.post(`/contributions/${thing}/report`, { ...why, ...(reply ? { reply: String(reply) } : {}) })
  expect(sent.status).toBe(303)
  return fill(town, 'select max(id) from report')
}
const hide = (by: Visitor, reported: number) => by.post(`/care/reports/${reported}/hiding`, why)

describe('somebody in charge who reports', () => {
  test('leaves it to a colleague, whoever else reported the same; and does not look again', async () => {
    const question = await ask(town, 'Seen by the office', '2')
    const reply = await answer(town, question, 'Called names')
    const fromAda = await report(ada, question, reply)
    const own = await report(irena, question, reply)
    await work()
    const asked = town.mails.filter(({ subject }) => subject.includes('waits for your decision'))
    expect(asked.filter(({ to }) => to.startsWith('theo'))).toHaveLength(2)
    expect(asked.filter(({ to, text }) => to.startsWith('irena') && text.includes(`/reports/${own}`))).toEqual([])
    expect(await irena.page(`/care/reports/${own}`)).toContain('so somebody else decides')
    expect(await irena.page(`/care/reports/${own}`)).not.toContain('Hide it')
    expect((await hide(irena, own)).status).toBe(403)
    expect((await irena.post(`/care/reports/${own}/leaving`)).status).toBe(403)
    expect((await irena.get(`/care/reports/${fromAda}`)).status).toBe(404)
    expect((await hide(theo, fromAda)).status).toBe(303)
    const hiding = await fill(town, 'select max(id) from hiding')
    await beatriz.post(`/care/hidden/${hiding}/appeal`, { words: 'It is a quotation.' })
    const verdict = { outcome: 'lifted', words: 'It is.' }
    expect((await irena.post(`/care/hidden/${hiding}/judgement`, verdict)).status).toBe(403)
    expect((await theo.post(`/care/hidden/${hiding}/judgement`, verdict)).status).toBe(403)
  })

  test('alone in charge of a room leaves it to the office of the network, which reads that and nothing else', async () => {
    const room = await foundBy(jonte, { name: 'One host', entry: 'invitation' })
    await bringIn(jonte, room, ada, 'Ada Lindmoser')
    const path = await openIn(ada, room, 'Too much said')
    const reported = await report(jonte, idIn(path))
    expect((await hide(jonte, reported)).status).toBe(403)
    expect(await jonte.page(`/care/reports/${reported}`)).toContain('so somebody else decides')
    expect(await irena.page(`/care/reports/${reported}`)).toContain('Too much said')
    expect((await irena.get(path)).status).toBe(404)
    expect((await hide(theo, reported)).status).toBe(303)
    expect((await ada.get(path)).status).toBe(200)
    expect((await jonte.get(path)).status).toBe(200)
  })

  test('where nobody else is there is told so, and it waits until somebody is', async () => {
    const question = await ask(town, 'Nobody else here', '2')
    const others = `update person set left_at = $at where role = 'office' and forum_id is null and slug <> 'irena-halvorsdottir-blau'`
    await fill(town, `${others.replace('$at', 'now()')} and left_at is null returning 1`)
    const sent = await irena.post(`/contributions/${question}/report`, why)
    const reported = await fill(town, 'select max(id) from report')
    expect(sent.headers.get('location')).toContain(`/care/reports/${reported}`)
    expect(await irena.page(`/care/reports/${reported}`)).toContain('there is nobody else who could decide')
    expect((await hide(irena, reported)).status).toBe(403)
    await fill(town, `${others.replace('$at', 'null')} returning 1`)
    expect(await irena.page(`/care/reports/${reported}`)).toContain('so somebody else decides')
    expect((await theo.post(`/care/reports/${reported}/leaving`)).status).toBe(303)
  })
})

describe('what was said to few', () => {
  test('is the office’s to read while it is hidden, and no longer once it is shown again', async () => {
    const circle = await circleOf(town, 'persons', ['jonte-pfalzgrafer', 'beatriz-ribeirinha-douro', 'ada-lindmoser'])
    const question = await ask(town, 'Red and shown', String(circle))
    const reply = await answer(town, question, 'Shown again')
    expect((await hide(irena, await report(ada, question, reply))).status).toBe(303)
    const hiding = await fill(town, 'select max(id) from hiding')
    expect(await theo.page(`/care/hidden/${hiding}`)).toContain('Shown again')
    const ended = await theo.post(`/care/hidden/${hiding}/end`)
    expect(ended.headers.get('location')).toMatch(/^\/care(?:\?|$)/)
    const door = await openDoor(town)
    for (const slug of ['irena-halvorsdottir-blau', 'theo-quintavoll'])
      await door.as(await town.personId(slug), async (client) => {
        const { rows } = await client.query(`select app.cares(${question}, ${reply}) as cares,
          (select count(*)::int from hiding where id = ${hiding}) as hidings, (select count(*)::int from reply where id = ${reply}) as replies`)
        expect(rows).toEqual([{ cares: false, hidings: 0, replies: 0 }])
      })
    await door.close()
    for (const office of [irena, theo]) {
      expect((await office.get(`/care/hidden/${hiding}`)).status).toBe(404)
      expect(await office.page('/care')).not.toContain('Red and shown')
    }
    expect(await beatriz.page(`/care/hidden/${hiding}`)).toContain('Shown again')
  })
})

describe('copies of what was hidden', () => {
  const old = (id: number) =>
    rowsOf(
      town,
      `begin; alter table hiding disable trigger user;
    update hiding set at = now() - interval '400 days' where id = ${id}; alter table hiding enable trigger user; commit`,
    )
  const hidden = async (title: string): Promise<number> => {
    const question = await ask(town, title, '2')
    await hide(irena, await report(ada, question, await answer(town, question, `${title} words`)))
    return fill(town, 'select max(id) from hiding')
  }
  const copyOf = (id: number) => rowsOf<{ text: string }>(town, `select text, reason from hiding where id = ${id}`)

  test('are forgotten a year later but for what waits for a second look; the reason stays, and nobody can ask any more', async () => {
    const [gone, waiting, fresh] = [await hidden('Gone'), await hidden('Waiting'), await hidden('Fresh')]
    await beatriz.post(`/care/hidden/${waiting}/appeal`, { words: 'Please look.' })
    await old(gone)
    await old(waiting)
    await forgetHidden(town.database.system, new Date(Date.now() - 365 * 86_400_000))
    expect(await copyOf(gone)).toEqual([{ text: '', reason: 'insult' }])
    expect(await copyOf(waiting)).toEqual([{ text: 'Waiting words', reason: 'insult' }])
    expect(await copyOf(fresh)).toEqual([{ text: 'Fresh words', reason: 'insult' }])
    const html = await beatriz.page(`/care/hidden/${gone}`)
    expect(html).toContain('no longer kept')
    expect(html).not.toContain('Ask for a second look')
    const late = await beatriz.post(`/care/hidden/${gone}/appeal`, { words: 'Too late.' })
    expect(late.status).toBe(303)
    expect(await fill(town, `select count(*) from hiding where id = ${gone} and appeal is not null`)).toBe(0)
  })

  test('are changed by nobody otherwise', async () => {
    const id = await hidden('Kept')
    await expect(rowsOf(town, `update hiding set title = '', text = '' where id = ${id}`)).rejects.toThrow(
      'stays written',
    )
    const system = town.database.system.withTables<{ hiding: { id: number; text: string; reason: string } }>()
    for (const change of [{ text: 'other words' }, { text: '', reason: 'other' }])
      await expect(system.updateTable('hiding').set(change).where('id', '=', id).execute()).rejects.toThrow()
    const door = await openDoor(town)
    await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) =>
      expect(await attempt(client, `update hiding set title = '', text = '' where id = ${id}`)).toBe(refused),
    )
    await door.close()
  })
})

test('a document of a room can be reported from its page, with its words, by whoever reaches it', async () => {
  const room = await foundBy(jonte, { name: 'Room with a plan', entry: 'invitation' })
  await bringIn(jonte, room, ada, 'Ada Lindmoser')
  await bringIn(jonte, room, beatriz, 'Beatriz Ribeirinha Douro')
  const file = new File(['first words'], 'plan.txt', { type: 'text/plain' })
  const fields = { title: 'Plan with a name', summary: 'Names somebody.', lang: 'en', file }
  const path = (await ada.post(`/rooms/${room}/documents`, fields)).headers.get('location')?.split('?')[0] ?? ''
  const form = `/contributions/${idIn(path)}/report`
  expect(await beatriz.page(path)).toContain(`href="${form}"`)
  expect(await ada.page(path)).not.toContain(`href="${form}"`)
  expect(await beatriz.page(form)).toContain('Plan with a name')
  expect((await irena.get(form)).status).toBe(404)
  const reported = await report(beatriz, idIn(path))
  const html = await jonte.page(`/care/reports/${reported}`)
  expect(html).toContain('Plan with a name')
  expect(html).toContain('Names somebody.')
  expect((await hide(jonte, reported)).status).toBe(303)
  expect((await beatriz.get(path)).status).toBe(410)
  const attachment = await fill(town, `select id from attachment where contribution_id = ${idIn(path)}`)
  expect((await beatriz.get(`/attachments/${attachment}/plan.txt`)).status).toBe(404)
  expect(await beatriz.page(`/rooms/${room}`)).not.toContain('Plan with a name')
  expect((await ada.get(path)).status).toBe(200)
})
