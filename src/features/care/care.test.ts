// Reporting, hiding with a reason, asking to look again: by everybody whom it concerns, and by nobody else.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { answer, ask } from './fixtures.ts'

let town: Town
let ada: Visitor
let assia: Visitor
let beatriz: Visitor
let jonte: Visitor
let irena: Visitor
let theo: Visitor
let carsten: Visitor
beforeAll(async () => {
  town = await openTown()
  const as = (slug: string) => town.as(slug)
  ;[ada, assia, beatriz, jonte] = (await Promise.all(
    ['ada-lindmoser', 'assia-verdonnel', 'beatriz-ribeirinha-douro', 'jonte-pfalzgrafer'].map(as),
  )) as [Visitor, Visitor, Visitor, Visitor]
  ;[irena, theo, carsten] = (await Promise.all(
    ['irena-halvorsdottir-blau', 'theo-quintavoll', 'carsten-mittelweg'].map(as),
  )) as [Visitor, Visitor, Visitor]
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
describe('a reply that insults', () => {
  let question: number
  let reply: number
  let reported: number
  let hiding: number
  beforeAll(async () => {
    question = await ask(town, 'Which lamps for the park', '2')
    reply = await answer(town, question, 'Only a fool named Grumbold asks that')
    await work()
    town.mails.length = 0
    reported = await report(ada, question, reply)
    await work()
  })
  const read = async (by: Visitor) => (await by.get(`/questions/${question}-which-lamps-for-the-park`)).text()

  test('is reported by Ada; the office is asked by mail, which tells neither the words nor who it was', async () => {
    const asked = town.mails.filter(({ subject }) => subject.includes('waits for your decision'))
    expect(asked.length).toBeGreaterThan(1)
    for (const mail of asked) expect(`${mail.subject} ${mail.text}`).not.toMatch(/Grumbold|Ada|lamps/)
    const html = await irena.page(`/care/reports/${reported}`)
    expect(html).toContain('It calls a colleague names.')
    expect(html).toContain('a fool named Grumbold')
    expect(html).not.toContain('Ada Lindmoser')
  })

  test('is decided by nobody else: not its author, not who asked, not another city, not the forum’s office', async () => {
    for (const other of [beatriz, jonte, assia, carsten]) {
      expect((await other.get(`/care/reports/${reported}`)).status).toBe(404)
      expect((await other.post(`/care/reports/${reported}/hiding`, why)).status).toBe(404)
      expect((await other.post(`/care/reports/${reported}/leaving`)).status).toBe(404)
    }
    expect((await ada.post(`/care/reports/${reported}/hiding`, why)).status).toBe(403)
    expect(await read(ada)).toContain('Grumbold')
  })

  test('reported twice by the same person it waits once', async () => {
    await ada.post(`/contributions/${question}/report`, { ...why, reply: String(reply) })
    expect(await fill(town, 'select count(*) from report where decided_at is null')).toBe(1)
  })

  test('without a reason nothing is hidden, and what was typed is kept', async () => {
    const refused = await irena.post(`/care/reports/${reported}/hiding`, { reason: 'other', words: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Please say in a few words what it is.')
  })

  test('hidden by Irena it is gone at once: for others stands the reason, Beatriz goes on reading it', async () => {
    expect((await irena.post(`/care/reports/${reported}/hiding`, why)).status).toBe(303)
    hiding = await fill(town, 'select max(id) from hiding')
    for (const other of [ada, jonte, assia, carsten]) {
      const html = await read(other)
      expect(html).not.toContain('Grumbold')
      expect(html).toContain('This reply was hidden on')
      expect(html).toContain('Insulting or degrading')
    }
    expect(await read(beatriz)).toContain('Grumbold')
    expect((await ada.get(`/care/hidden/${hiding}`)).status).toBe(404)
  })

  test('its author and who reported it are told by mail, without the words', async () => {
    town.mails.length = 0
    await work()
    const subjects = town.mails.map(({ subject, to }) => `${to}: ${subject}`)
    expect(subjects.some((line) => line.includes('beatriz') && line.includes('a text of yours was hidden'))).toBe(true)
    expect(subjects.some((line) => line.includes('ada') && line.includes('your report has been decided'))).toBe(true)
    for (const mail of town.mails) expect(mail.text).not.toMatch(/Grumbold/)
    expect(await ada.page('/care')).toContain('Hidden')
  })

  test('Beatriz asks for a second look, once; Irena, who hid it, cannot judge, Theo can', async () => {
    expect((await beatriz.post(`/care/hidden/${hiding}/appeal`, { words: '' })).status).toBe(422)
    expect((await beatriz.post(`/care/hidden/${hiding}/appeal`, { words: 'Grumbold is my own cat.' })).status).toBe(303)
    const again = await beatriz.post(`/care/hidden/${hiding}/appeal`, { words: 'Once more' })
    expect(again.status).toBe(303)
    expect(await beatriz.page(`/care/hidden/${hiding}`)).not.toContain('Once more')
    const verdict = { outcome: 'lifted', words: 'A cat may be named.' }
    for (const other of [irena, beatriz]) {
      expect((await other.post(`/care/hidden/${hiding}/judgement`, verdict)).status).toBe(403)
      expect((await other.post(`/care/hidden/${hiding}/judgement`)).status).toBe(403)
    }
    expect((await theo.post(`/care/hidden/${hiding}/judgement`, verdict)).status).toBe(303)
    expect(await read(ada)).toContain('Grumbold')
  })

  test('whoever was overruled does not hide the same again, and what happened stays written down', async () => {
    const again = await report(ada, question, reply)
    await irena.post(`/care/reports/${again}/hiding`, why)
    expect(await read(ada)).toContain('Grumbold')
    const told = ['reply.hidden', 'appeal.made', 'appeal.judged', 'reply.shown']
    for (const name of told)
      expect(
        await fill(town, `select count(*) from fact where name = '${name}' and contribution_id = ${question}`),
      ).toBe(1)
    await expect(fill(town, `delete from hiding where id = ${hiding}`)).rejects.toThrow('stays written down')
    await expect(fill(town, `update hiding set words = '' where id = ${hiding}`)).rejects.toThrow('stays written down')
  })
})

describe('a question that tells too much', () => {
  let question: number
  const path = () => `/questions/${question}-zebrafinch-at-the-station`
  beforeAll(async () => {
    question = await ask(town, 'Zebrafinch at the station', '1')
    await answer(town, question, 'We saw the zebrafinch too')
    await work()
  })

  test('leaves search, suggestions, lists, counts, pages and the interface for programs in the same moment', async () => {
    expect(await town.visitor.page('/search?q=zebrafinch')).toContain('at the station')
    expect(await town.visitor.page('/questions')).toContain('at the station')
    const reported = await report(ada, question)
    await irena.post(`/care/reports/${reported}/hiding`, { reason: 'personal-data', words: 'A name of a victim.' })
    for (const by of [town.visitor, ada, assia]) {
      expect(await by.page('/search?q=zebrafinch')).not.toContain('at the station')
      expect(await by.page('/search/suggestions?q=zebraf')).not.toContain('Zebrafinch')
      expect(await by.page('/questions')).not.toContain('Zebrafinch')
      expect(await by.page('/')).not.toContain('Zebrafinch')
      expect(await by.page('/api/v1/search?q=zebrafinch')).not.toContain('Zebrafinch')
      const answer = await by.get(path())
      expect(answer.status).toBe(410)
      const html = await answer.text()
      expect(html).toContain('Details about a person')
      expect(html).toContain('A name of a victim.')
      expect(html).not.toContain('We saw')
    }
    expect((await jonte.get(path())).status).toBe(200)
    // Whoever goes on reading it, or looks after it, does not find it among what others find.
    for (const by of [jonte, irena]) expect(await by.page('/questions')).not.toContain('Zebrafinch')
    await work()
    expect(await town.visitor.page('/search?q=zebrafinch')).not.toContain('at the station')
  })

  test('shown again it is found again', async () => {
    const hiding = await fill(town, 'select max(id) from hiding')
    for (const other of [jonte, ada])
      expect([403, 404]).toContain((await other.post(`/care/hidden/${hiding}/end`)).status)
    expect((await irena.post(`/care/hidden/${hiding}/end`)).status).toBe(303)
    await work()
    expect(await town.visitor.page('/search?q=zebrafinch')).toContain('at the station')
  })
})
