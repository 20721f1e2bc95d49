// Care for what few read; muting, which is for oneself; and how we treat each other.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { answer, ask, circleOf } from './fixtures.ts'

let town: Town
let ada: Visitor
let assia: Visitor
let beatriz: Visitor
let jonte: Visitor
let irena: Visitor
let carsten: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  assia = await town.as('assia-verdonnel')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  irena = await town.as('irena-halvorsdottir-blau')
  carsten = await town.as('carsten-mittelweg')
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

describe('what is for few', () => {
  test('of a thread for named persons the office reads what a participant reported, and nothing else', async () => {
    const circle = await circleOf(town, 'persons', ['jonte-pfalzgrafer', 'beatriz-ribeirinha-douro', 'ada-lindmoser'])
    const question = await ask(town, 'Between us three', String(circle))
    const reply = await answer(town, question, 'The reported words')
    await answer(town, question, 'The other secret')
    expect((await irena.post(`/contributions/${question}/report`, why)).status).toBe(404)
    expect((await assia.get(`/contributions/${question}/report?reply=${reply}`)).status).toBe(404)
    const reported = await report(ada, question, reply)
    const html = await irena.page(`/care/reports/${reported}`)
    expect(html).toContain('The reported words')
    expect(html).not.toContain('The other secret')
    expect(html).not.toContain(`/questions/${question}`)
    expect((await irena.get(`/questions/${question}-between-us-three`)).status).toBe(404)
    expect((await irena.post(`/care/reports/${reported}/hiding`, why)).status).toBe(303)
    expect(await jonte.page(`/questions/${question}-between-us-three`)).not.toContain('The reported words')
    expect((await irena.get(`/questions/${question}-between-us-three`)).status).toBe(404)
  })

  test('of a forum its own office decides; what it wrote itself, somebody else', async () => {
    const forum = await fill(
      town,
      `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
    )
    const question = await ask(town, 'For the forum', String(forum))
    const reported = await report(await town.as('almut-westrichter'), question)
    expect((await irena.get(`/care/reports/${reported}`)).status).toBe(404)
    expect((await carsten.post(`/care/reports/${reported}/leaving`)).status).toBe(303)
    const own = await answer(town, question, 'By the office itself', 'carsten-mittelweg')
    const about = await report(jonte, question, own)
    expect((await carsten.get(`/care/reports/${about}`)).status).toBe(404)
    expect((await (await town.as('wiebke-sandfurth-moor')).get(`/care/reports/${about}`)).status).toBe(200)
  })

  test('what is left undecided for three days also reaches the office of the network', async () => {
    const forum = await fill(
      town,
      `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
    )
    const question = await ask(town, 'Waiting long', String(forum))
    const reported = await report(carsten, question)
    await fill(town, `update report set at = now() - interval '4 days' where id = ${reported}`)
    expect((await irena.get(`/care/reports/${reported}`)).status).toBe(200)
  })
})

test('muting is for oneself: no mail, not on the home page, and others hear of it as before', async () => {
  const question = await ask(town, 'Muted matter', '2', 'ada-lindmoser')
  expect((await ada.post(`/contributions/${question}/mute`)).status).toBe(303)
  await work()
  town.mails.length = 0
  await beatriz.post(`/contributions/${question}/replies`, { text: 'A loud answer', lang: 'en' })
  await work()
  expect(town.mails).toEqual([])
  expect(await ada.page('/')).not.toContain('A loud answer')
  await ada.post(`/contributions/${question}/mute/end`)
  await jonte.post(`/contributions/${question}/replies`, { text: 'Another answer', lang: 'en' })
  await work()
  expect(town.mails.some(({ to }) => to.startsWith('ada'))).toBe(true)
  expect(await ada.page('/')).toContain('Another answer')
})

test('how we treat each other is open to all, asked for on the home page until somebody agrees', async () => {
  expect((await town.visitor.get('/conduct')).status).toBe(200)
  expect(await assia.page('/')).toContain('Asking is welcome')
  expect((await assia.post('/conduct/agreement')).status).toBe(303)
  await assia.post('/conduct/agreement')
  expect(await assia.page('/')).not.toContain('Asking is welcome')
})
