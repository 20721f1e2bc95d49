// Asking as a member city, from the form to the office's look.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let jonte: Visitor
let almut: Visitor
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  jonte = await town.as('jonte-pfalzgrafer')
  almut = await town.as('almut-westrichter')
  irena = await town.as('irena-halvorsdottir-blau')
}, 60_000)

const fields = {
  text: 'Was tun, wenn ein Projekt gegen Angsträume gescheitert ist?',
  title: 'Ein Projekt gegen Angsträume ist gescheitert',
  lang: 'de',
  'concepts[]': ['fear-of-crime'],
  audience: '2',
  veiled: 'yes',
}
let path: string
let id: string
const askAgain = async (more: Record<string, string> = {}): Promise<void> => {
  const answer = await jonte.post('/questions', { ...fields, ...more })
  expect(answer.status).toBe(303)
  path = answer.headers.get('location') ?? ''
  id = /\d+/.exec(path)?.[0] ?? ''
}
beforeEach(() => askAgain())

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const reason = 'Eine Leserin sorgt sich um eine Person in der Frage.'

test('a text with the name of the asker’s city comes back with a sentence, and what was typed', async () => {
  for (const text of ['Bei uns in Kaiserslautern klappt es nicht.', 'Jonte   Pfalzgräfer fragt: wer weiß Rat?']) {
    const answer = await jonte.post('/questions', { ...fields, text })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('The title or the text says your city’s name or your own.')
    expect(page).toContain(text)
    expect(page).toMatch(/name="veiled"[^>]*checked/)
  }
})

test('it cannot be asked of one’s own city or of named persons, where it would be no secret', async () => {
  const form = await jonte.page('/questions/new?text=Wer+sieht+das%3F')
  const own = /<option value="(\d+)"[^>]*>[^<]*AMBER\+STRICT/.exec(form)?.[1] ?? ''
  for (const audience of [{ audience: own }, { audience: 'persons', persons: 'Assia Verdonnel' }]) {
    const answer = await jonte.post('/questions', { ...fields, ...audience })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('only where at least five cities read along')
  }
})

test('nor does a change let the name in, or the readers become too few', async () => {
  const named = await jonte.post(`/questions/${id}`, {
    ...fields,
    title: 'Wir in Kaiserslautern fragen',
    revision: '1',
  })
  expect(named.status).toBe(422)
  const form = await jonte.page(`/questions/${id}/edit`)
  const own = /<option value="(\d+)"[^>]*>[^<]*AMBER\+STRICT/.exec(form)?.[1] ?? ''
  const few = await jonte.post(`/questions/${id}`, { ...fields, audience: own, revision: '1' })
  expect(few.status).toBe(422)
})

test('the asker’s coordinator learns it only once the asker says so, and no longer once they take it back', async () => {
  expect(await almut.page(path)).not.toContain('Jonte Pfalzgräfer')
  await jonte.post(`/veils/${id}/coordinator`, { told: 'yes' })
  expect(await almut.page(path)).toContain('Jonte Pfalzgräfer, Kaiserslautern, asked this.')
  expect((await almut.get(`/questions/${id}/edit`)).status).toBe(403)
  expect(await (await town.as('ada-lindmoser')).page(path)).not.toContain('Pfalzgräfer')
  await jonte.post(`/veils/${id}/coordinator`)
  expect(await almut.page(path)).not.toContain('Jonte Pfalzgräfer')
  await askAgain({ told: 'yes' })
  expect(await almut.page(path)).toContain('Jonte Pfalzgräfer')
})

test('nobody else says it to anybody', async () => {
  expect((await almut.post(`/veils/${id}/coordinator`, { told: 'yes' })).status).toBe(404)
  expect((await irena.post(`/veils/${id}/coordinator`, { told: 'yes' })).status).toBe(404)
})

test('the office looks with a reason only; the asker reads who, when and why, on the page and by mail', async () => {
  expect(await irena.page(path)).not.toContain('Pfalzgräfer')
  const short = await irena.post(`/veils/${id}`, { reason: 'Darum.' })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('Please give a reason of at least 20 characters.')
  expect((await irena.post(`/veils/${id}`, { reason })).status).toBe(303)
  expect(await irena.page(path)).toContain('Jonte Pfalzgräfer, Kaiserslautern, asked this.')
  const own = await jonte.page(path)
  expect(own).toContain('Irena')
  expect(own).toContain(reason)
  await work()
  const mail = town.mails.findLast(({ to }) => to.startsWith('jonte.'))
  expect(mail?.text).toContain('Irena')
  expect(mail?.text).toContain(reason)
  expect(await irena.page('/my-city/history')).toContain('Looked who asked as “a member city”')
})

test('a look is one person’s: a colleague in the office reads the reason, and the name only with one of their own', async () => {
  await irena.post(`/veils/${id}`, { reason })
  const theo = await town.as('theo-quintavoll')
  const page = await theo.page(path)
  expect(page).toContain(reason)
  expect(page).not.toContain('Pfalzgräfer')
  expect(await (await town.as('ada-lindmoser')).page(path)).not.toContain(reason)
})

test('in a forum its own office looks, and the network’s finds nothing there', async () => {
  const form = await jonte.page('/questions/new?text=Wer+sieht+das%3F')
  const forum = /<option value="(\d+)"[^>]*>[^<]*TLP:AMBER\)/.exec(form)?.[1] ?? ''
  await askAgain({ audience: forum })
  expect((await irena.get(`/veils/${id}`)).status).toBe(404)
  const carsten = await town.as('carsten-mittelweg')
  expect((await carsten.post(`/veils/${id}`, { reason })).status).toBe(303)
  expect(await carsten.page(path)).toContain('Jonte Pfalzgräfer')
})

test('to members there is no page for looking, nor for what has a name', async () => {
  for (const who of [jonte, almut, await town.as('carsten-mittelweg')]) {
    expect((await who.get(`/veils/${id}`)).status).toBe(404)
    expect((await who.post(`/veils/${id}`, { reason })).status).toBe(404)
  }
  expect((await irena.get('/veils/1')).status).toBe(404)
  expect((await irena.get('/veils/999999999999')).status).toBe(404)
})

test('whoever leaves the city steers it no longer, and its watch is not handed to a colleague', async () => {
  await jonte.post(`/contributions/${id}/watch`)
  const left = await almut.post(`/my-city/colleagues/${await town.personId('jonte-pfalzgrafer')}/departure`, {
    heir: String(await town.personId('almut-westrichter')),
  })
  expect(left.status).toBe(303)
  const page = await almut.page(path)
  expect(page).not.toContain('Stop watching')
  expect(page).not.toContain(`/questions/${id}/edit`)
})
