// A question reaches those who may know: asked, reasons shown, declined, handed on; with jobs that may be run again.

import { beforeAll, expect, test } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { beginRounds, continueRounds } from './actions/carry-question.ts'
import { sendAsking } from './actions/send-asking.ts'
import { type AskedRow, askAs, askedOf, partsAt, work } from './fixtures.ts'

let town: Town
let path: string
let id: number
let asked: AskedRow[]
const now = new Date()
beforeAll(async () => {
  town = await openTown()
  const question = await askAs(town, 'jonte-pfalzgrafer')
  ;({ path, id } = question)
  await work(town)
  asked = await askedOf(town, id)
}, 120_000)

const mailsTo = (email: string) => town.mails.filter(({ to }) => to === email)
const askingTo = (email: string) => mailsTo(email).filter(({ id: name }) => name?.startsWith(`asked-${id}-`))
const declineLink = (text: string): string => /https?:\/\/[^/]+(\/asked\/declining\?\S+)/.exec(text)?.[1] ?? ''
const first = (): AskedRow => asked[0] as AskedRow
const signIn = (row: AskedRow): Promise<Visitor> => town.as(row.slug)

test('several persons are asked, each of another city, none of the asker’s, from three countries or more', () => {
  expect(asked.length).toBeGreaterThanOrEqual(3)
  expect(new Set(asked.map(({ city }) => city)).size).toBe(asked.length)
  expect(asked.map(({ city }) => city)).not.toContain('de-kaiserslautern')
  expect(new Set(asked.map(({ country }) => country)).size).toBeGreaterThanOrEqual(3)
})

test('each gets one mail that says why it came', () => {
  for (const { email, mailed } of asked) {
    expect(mailed).toBe(true)
    const mails = askingTo(email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Nachtmediatoren in der Ausgehstraße')
    expect(mails[0]?.text).toMatch(/\n- \S/)
    expect(declineLink(mails[0]?.text ?? '')).not.toBe('')
  }
})

test('a fact that is heard again, and a job that runs again, ask and send nothing twice', async () => {
  const mails = town.mails.length
  const parts = partsAt(town, now)
  await Promise.all([beginRounds(parts, id), beginRounds(parts, id)])
  const person = await town.personId(first().slug)
  await Promise.all([sendAsking(parts, id, person), sendAsking(parts, id, person)])
  expect(await askedOf(town, id)).toEqual(asked)
  expect(town.mails).toHaveLength(mails)
})

test('a mail that could not be sent is sent by the next try', async () => {
  const { id: other } = await askAs(town, 'jonte-pfalzgrafer')
  const parts = partsAt(town, now)
  await beginRounds(parts, other)
  const [row] = await askedOf(town, other)
  const person = await town.personId(row?.slug ?? '')
  const failing = { ...parts, mail: () => Promise.reject(new Error('the mail server is away')) }
  await expect(sendAsking(failing, other, person)).rejects.toThrow('away')
  expect((await askedOf(town, other)).find(({ slug }) => slug === row?.slug)?.mailed).toBe(false)
  await sendAsking(parts, other, person)
  expect((await askedOf(town, other)).find(({ slug }) => slug === row?.slug)?.mailed).toBe(true)
})

test('whoever is asked finds it on their home page and on its own, with the reasons; nobody else does', async () => {
  const who = await signIn(first())
  const home = await who.page('/')
  expect(home).toContain('You may know this')
  expect(home).toContain(`/asked/${id}/refusal`)
  const page = await who.page(path)
  expect(page).toContain('This question goes to you too')
  expect(page).toMatch(/<li>(?:You|Your) [^<]+<\/li>/)
  const ada = await town.as('theo-quintavoll')
  expect(await ada.page(path)).not.toContain('This question goes to you too')
})

test('the asker sees how many are asked and from which countries, and no name; all others see neither', async () => {
  const jonte = await town.as('jonte-pfalzgrafer')
  const page = await jonte.page(path)
  expect(page).toContain(`${asked.length} persons are asked in person.`)
  expect(page).toContain('They work in: ')
  for (const { slug } of asked) expect(page).not.toContain(slug)
  expect(await (await signIn(first())).page(path)).not.toContain('are asked in person')
})

test('the link in the mail changes nothing by being opened; one click says no, and a second is no harm', async () => {
  const link = declineLink(askingTo(first().email)[0]?.text ?? '')
  const opened = await town.visitor.get(link)
  expect(opened.status).toBe(200)
  expect(await opened.text()).not.toContain('Nachtmediatoren')
  expect((await askedOf(town, id)).find(({ slug }) => slug === first().slug)?.declined).toBe(false)
  for (const _ of [1, 2]) {
    const answer = await town.visitor.post(link)
    expect(answer.status).toBe(200)
  }
  expect((await askedOf(town, id)).find(({ slug }) => slug === first().slug)?.declined).toBe(true)
  const who = await signIn(first())
  expect(await who.page('/')).not.toContain(`/asked/${id}/refusal`)
  expect(await who.page(path)).not.toContain('This question goes to you too')
  expect(await (await town.as('jonte-pfalzgrafer')).page(path)).toContain('One of them does not know.')
})

test('a link with another person, another question or another code is no link', async () => {
  const link = declineLink(askingTo(first().email)[0]?.text ?? '')
  const others = [
    link.replace(/by=\d+/, 'by=99'),
    link.replace(/of=\d+/, 'of=99'),
    link.replace(/code=./, 'code=z'),
    link.replace(/code=\w{2}/, 'code=00'),
    '/asked/declining',
  ]
  for (const other of others) {
    expect((await town.visitor.get(other)).status).toBe(410)
    expect((await town.visitor.post(other)).status).toBe(410)
  }
})

test('a reply of their city takes it off the home page', async () => {
  const second = asked[1] as AskedRow
  const who = await signIn(second)
  await who.post(`/contributions/${id}/replies`, { text: 'Yes, for four years now.', lang: 'en' })
  expect(await who.page(path)).not.toContain('This question goes to you too')
  expect(await who.page('/')).not.toContain(`/asked/${id}/refusal`)
})

test('what nobody answers is widened once to other cities after three working days, then stands on the office’s list', async () => {
  const { id: other, path: otherPath } = await askAs(town, 'jonte-pfalzgrafer', { title: 'Wer kennt Nachtboten?' })
  await beginRounds(partsAt(town, now), other)
  const before = await askedOf(town, other)
  const later = (days: number) => partsAt(town, new Date(now.getTime() + days * 86_400_000))
  await continueRounds(later(1))
  expect(await askedOf(town, other)).toHaveLength(before.length)
  await Promise.all([continueRounds(later(8)), continueRounds(later(8))])
  const widened = await askedOf(town, other)
  expect(widened.length).toBeGreaterThan(before.length)
  expect(new Set(widened.map(({ city }) => city)).size).toBe(widened.length)
  const irena = await town.as('irena-halvorsdottir-blau')
  expect(await irena.page('/asked/unanswered')).not.toContain('Nachtboten')
  await continueRounds(later(16))
  await continueRounds(later(30))
  expect(await askedOf(town, other)).toHaveLength(widened.length)
  expect(await irena.page('/asked/unanswered')).toContain('Wer kennt Nachtboten?')
  expect(await irena.page('/desk')).toContain('Questions without an answer')
  expect(await (await town.as('carsten-mittelweg')).page('/asked/unanswered')).not.toContain('Nachtboten')
  expect((await (await town.as('jonte-pfalzgrafer')).get('/asked/unanswered')).status).toBe(403)
  const ada = await town.as('ada-lindmoser')
  await ada.post(`/contributions/${other}/replies`, { text: 'Wir.', lang: 'de' })
  expect(await irena.page('/asked/unanswered')).not.toContain('Nachtboten')
  expect(otherPath).toContain('nachtboten')
})

test('a forum’s question is asked of nobody else, and goes to the list of its own office', async () => {
  const form = await (await town.as('jonte-pfalzgrafer')).page('/questions/new?text=Wer+sieht+das%3F')
  const audience = /<option value="(\d+)"[^>]*>[^<]*TLP:AMBER\)/.exec(form)?.[1] ?? ''
  const { id: other } = await askAs(town, 'jonte-pfalzgrafer', {
    audience,
    title: 'Forumsfrage',
    'concepts[]': ['fear-of-crime', 'public-space'],
  })
  await beginRounds(partsAt(town, now), other)
  const rows = await askedOf(town, other)
  expect(rows.length).toBeGreaterThan(0)
  for (const { country } of rows) expect(country).toBe('DE')
  const later = (days: number) => partsAt(town, new Date(now.getTime() + days * 86_400_000))
  await continueRounds(later(8))
  await continueRounds(later(16))
  expect(await (await town.as('carsten-mittelweg')).page('/asked/unanswered')).toContain('Forumsfrage')
  expect(await (await town.as('irena-halvorsdottir-blau')).page('/asked/unanswered')).not.toContain('Forumsfrage')
})

test('whoever answered or withdrew it in time carries nothing on', async () => {
  const { id: other } = await askAs(town, 'jonte-pfalzgrafer', { title: 'Schnell erledigt' })
  await beginRounds(partsAt(town, now), other)
  const before = await askedOf(town, other)
  await (await town.as('jonte-pfalzgrafer')).post(`/questions/${other}/answer`)
  await continueRounds(partsAt(town, new Date(now.getTime() + 8 * 86_400_000)))
  expect(await askedOf(town, other)).toEqual(before)
  expect(
    await fill(
      town,
      `select count(*) from routing where contribution_id = ${other} and due_at is null and listed_at is null`,
    ),
  ).toBe(1)
})

test('whoever wants a pause is not asked, and finds no word of it elsewhere; a day that cannot be comes back', async () => {
  const who = await signIn(asked[2] as AskedRow)
  const until = dayOf(new Date(Date.now() + 20 * 86_400_000))
  expect((await who.post('/asked/pause', { until })).status).toBe(303)
  expect(await who.page('/people/me')).toContain('You are not asked until')
  const { id: other } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, now), other)
  expect((await askedOf(town, other)).map(({ slug }) => slug)).not.toContain(asked[2]?.slug)
  for (const bad of ['gestern', '2020-01-01', '2999-01-01', '2026-02-31x']) {
    const answer = await who.post('/asked/pause', { until: bad })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please')
  }
  expect((await who.post('/asked/pause')).status).toBe(303)
  expect(await who.page('/people/me')).not.toContain('You are not asked until')
})

test('whoever was asked four times this month is left in peace', async () => {
  const tired = asked.at(-1) as AskedRow
  const person = await town.personId(tired.slug)
  await rowsOf(
    town,
    `insert into asked_person (contribution_id, person_id, organisation_id, asked_at)
     select c.id, ${person}, p.organisation_id, now() from person p, contribution c
     where p.id = ${person} and c.kind = 'practice' order by c.id limit 4`,
  )
  const { id: other } = await askAs(town, 'jonte-pfalzgrafer')
  await beginRounds(partsAt(town, now), other)
  expect((await askedOf(town, other)).map(({ slug }) => slug)).not.toContain(tired.slug)
})
