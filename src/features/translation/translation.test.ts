// A text in another language is put into the reader's, for all who read it and for nobody else.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import type { TranslationServer } from '../../../testing/translation-server.ts'
import { answered, askedBy, pageOf, replyOn } from '../discussion/fixtures.ts'
import { openTranslatedTown, translated } from './fixtures.ts'

let town: Town
let service: TranslationServer
let ada: Visitor
let jonte: Visitor
let almut: Visitor
let beatriz: Visitor
let irena: Visitor
beforeAll(async () => {
  ;({ town, service } = await openTranslatedTown())
  ada = await town.as('ada-lindmoser')
  jonte = await town.as('jonte-pfalzgrafer', 'de')
  almut = await town.as('almut-westrichter', 'de')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  irena = await town.as('irena-halvorsdottir-blau')
})
beforeEach(() => {
  service.sent.length = 0
  service.failing = 'well'
})

const posts = () => service.sent.filter(({ method }) => method === 'POST')
const text = 'Who **walks** at night? See [the plan](https://example.org/plan).'

test('Jonte has a question translated, with its marks and its link; Almut reads it without anything being sent', async () => {
  const id = await askedBy(ada, { audience: '2' }, text)
  expect(await pageOf(jonte, id)).toContain('Ins Deutsche übersetzen')
  const page = await translated(jonte, `contributions/${id}`)
  expect(page).toContain('WHO <strong>WALKS</strong> AT NIGHT? SEE <a href="https://example.org/plan"')
  expect(page).toMatch(/<details class="machine-translation" id="translation" lang="de" open/)
  expect(page).toContain('Maschinell übersetzt von LibreTranslate und von niemandem geprüft.')
  expect(page).toContain('Who <strong>walks</strong> at night?')
  expect(posts()).toHaveLength(1)
  expect(await translated(almut, `contributions/${id}`)).toContain('WHO <strong>WALKS</strong>')
  expect(posts()).toHaveLength(1)
  expect(await pageOf(almut, id)).not.toContain('Ins Deutsche übersetzen')
})

test('only words are sent: no name, no city, nobody who reads or was called', async () => {
  const id = await askedBy(ada, { audience: '2' })
  const reply = await answered(beatriz, id, 'Pergunte a @Ada Lindmoser sobre isto, por favor.')
  await translated(jonte, `replies/${reply}`)
  expect(posts()[0]?.body).toContain('Pergunte a')
  expect(posts()[0]?.body).not.toMatch(/Ada|Lindmoser|Beatriz|Porto|Jonte|Kaiserslautern/)
  expect(replyOn(await pageOf(jonte, id), reply)).toMatch(
    /PERGUNTE A <a href="\/people\/ada-lindmoser"[^>]*>@Ada Lindmoser</,
  )
})

test('a reply is translated below itself, and a changed one again', async () => {
  const id = await askedBy(ada, { audience: '2' })
  const reply = await answered(beatriz, id, 'Nós caminhamos.')
  expect(replyOn(await translated(jonte, `replies/${reply}`), reply)).toContain('NÓS CAMINHAMOS.')
  await beatriz.post(`/replies/${reply}`, { text: 'Nós corremos.', lang: 'pt', revision: '1' })
  expect(await rowsOf(town, `select 1 from translation where reply_id = ${reply}`)).toEqual([])
  expect(replyOn(await pageOf(jonte, id), reply)).not.toContain('CAMINHAMOS')
})

test('a practice is translated with all its parts and their headings', async () => {
  const told = {
    summary: 'Walks at night.',
    lang: 'en',
    response: 'They *walk*.',
    results: '- fewer\n- calmer',
    problem: 'Fear',
  }
  const made = await ada.post('/practices', {
    ...told,
    title: 'Night walks',
    evidence: '0',
    'concepts[]': ['youth'],
    audience: '2',
  })
  const id = /\d+/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  const page = await translated(jonte, `contributions/${id}`)
  for (const part of ['NIGHT WALKS', 'WALKS AT NIGHT.', 'THEY <em>WALK</em>.', '<li>FEWER</li>', 'FEAR'])
    expect(page).toContain(part)
  expect(page).toMatch(/<p class="translation-heading">Was getan wurde/)
})

test('a poll’s questions and choices are translated, and nothing that was answered', async () => {
  const [poll] = await rowsOf<{ id: number }>(
    town,
    "select id from contribution where kind = 'poll' and state = 'published' and audience_id = 2 limit 1",
  )
  if (poll === undefined) throw new Error('The demonstration asks the network something.')
  await fill(town, `update contribution set lang = 'fr' where id = ${poll.id}`)
  await translated(jonte, `contributions/${poll.id}`)
  const sent = posts()[0]?.body ?? ''
  const [own] = await rowsOf<{ items: { words: string }[] }>(
    town,
    `select items from poll where contribution_id = ${poll.id}`,
  )
  expect(JSON.parse(sent).q.length).toBeGreaterThan(own?.items.length ?? 0)
})

test('of one’s own language, and to visitors, nothing is offered', async () => {
  const id = await askedBy(ada, { audience: '1' })
  expect(await pageOf(irena, id)).not.toContain('/translation"')
  expect(await pageOf(town.visitor, id)).not.toContain('/translation"')
  expect((await town.visitor.post(`/contributions/${id}/translation`)).status).toBe(401)
  expect(posts()).toEqual([])
})

test('two who press at the same moment send it once', async () => {
  const id = await askedBy(ada, { audience: '2' }, 'At the same moment, who walks?')
  await Promise.all([jonte, almut].map((who) => who.post(`/contributions/${id}/translation`)))
  expect(posts()).toHaveLength(1)
  expect(await pageOf(almut, id)).toContain('AT THE SAME MOMENT')
})

test('a draft is translated for nobody, nor what is of another kind', async () => {
  const made = await ada.post('/practices', { title: 'Not yet', lang: 'en', audience: '2' })
  const id = /\d+/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
  for (const what of [`contributions/${id}`, 'contributions/999999', 'replies/999999'])
    expect((await ada.post(`/${what}/translation`)).status).toBe(404)
  expect(posts()).toEqual([])
})

test('the office sees what it cost, sets how much, and when that is used up the original stays', async () => {
  expect((await jonte.get('/translation')).status).toBe(403)
  expect(await irena.page('/translation')).toMatch(
    /LibreTranslate translates here\. Texts are sent to translate\.example/,
  )
  expect((await irena.post('/translation/settings', { monthly: 'many' })).status).toBe(422)
  expect((await jonte.post('/translation/settings', { monthly: '5' })).status).toBe(403)
  expect((await irena.post('/translation/settings', { monthly: '0' })).status).toBe(303)
  const id = await askedBy(ada, { audience: '2' }, 'Is there still something left?')
  const page = await translated(jonte, `contributions/${id}`)
  expect(page).toContain('ist aufgebraucht')
  expect(posts()).toEqual([])
  await irena.post('/translation/settings', { monthly: '500000' })
  expect(await translated(jonte, `contributions/${id}`)).toContain('IS THERE STILL SOMETHING LEFT?')
  expect(await irena.page('/translation')).toMatch(/Last changed on .* by Irena/)
})

test('what is older than a year is forgotten, and what it cost is not', async () => {
  await fill(town, "update translation set asked_at = now() - interval '366 days'")
  const { forgetTranslations } = await import('./store-keeping.ts')
  await forgetTranslations(town.database.system, new Date(Date.now() - 365 * 86_400_000))
  expect(await rowsOf(town, 'select 1 from translation')).toEqual([])
  expect(await rowsOf(town, 'select 1 from translation_use')).not.toEqual([])
})
