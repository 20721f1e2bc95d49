// "We do it too" as people live it: told in a minute, changed as it goes on, seen beside the practice.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { adopt, entry, idIn, publishPractice } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let almut: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  almut = await town.as('almut-westrichter')
})

const section = (html: string): string => /<section[^>]*id="adoptions".*?<\/section>/s.exec(html)?.[0] ?? ''

describe('telling', () => {
  test('Ada takes over a practice of Porto: it stands on its own page and beside the practice', async () => {
    const practice = await publishPractice(beatriz)
    expect(await ada.page(`/practices/${practice}-night-walks`)).toContain(`href="/practices/${practice}/adoption"`)
    const path = await adopt(ada, practice)
    const page = await town.visitor.page(path)
    for (const word of ['Graz', 'Running', 'March 2024', 'On Fridays only.', 'The path is used.', 'Night walks'])
      expect(page).toContain(word)
    const beside = section(await town.visitor.page(`/practices/${practice}-night-walks`))
    expect(beside).toContain('One city does it too')
    expect(beside).toContain('On Fridays only.')
    expect(await ada.page(`/practices/${practice}-night-walks`)).toContain('Our entry on this')
  })

  test('two answers are enough; a title is made, in the language of the text', async () => {
    const practice = await publishPractice(beatriz)
    const path = await adopt(ada, practice, { title: '', lang: 'de', sinceYear: '', sinceMonth: '' })
    expect(path).toMatch(/^\/adoptions\/\d+-graz-wir-machen-das-auch$/)
  })

  test('planned → running → stopped: why is asked for, what was typed is kept, and it stays as welcome', async () => {
    const practice = await publishPractice(beatriz)
    const path = await adopt(ada, practice, { stage: 'planned' })
    const change = { ...entry, revision: '1' }
    expect((await ada.post(`/adoptions/${idIn(path)}`, change)).status).toBe(303)
    const stopped = { ...change, stage: 'stopped', revision: '2', adapted: 'Only in spring.' }
    const asked = await ada.post(`/adoptions/${idIn(path)}`, stopped)
    expect(asked.status).toBe(422)
    const again = await asked.text()
    expect(again).toContain('Please say in a sentence why you stopped.')
    expect(again).toContain('Only in spring.')
    const said = { ...stopped, stoppedBecause: 'Nobody came in winter.' }
    expect((await ada.post(`/adoptions/${idIn(path)}`, said)).status).toBe(303)
    const beside = section(await beatriz.page(`/practices/${practice}-night-walks`))
    expect(beside).toContain('Tried and stopped, because')
    expect(beside).toContain('Nobody came in winter.')
    const history = await ada.page(`/contributions/${idIn(path)}/visibility`)
    expect(history).toContain('Running now')
    expect(history).toContain('Stopped')
  })

  test.each([
    [{ stage: '' }, 'Please choose how far you are.'],
    [{ title: 'A' }, 'Please give at least three characters'],
    [{ sinceYear: '24' }, 'Please give a year between 1900 and 2099.'],
    [{ sinceYear: '' }, 'Please give a year between 1900 and 2099.'],
    [{ contactPerson: '999999' }, 'Please choose somebody of your own city.'],
    [{ audience: '99999' }, 'Please choose one of the listed audiences.'],
    [{ audience: 'persons', persons: 'Nobody Known' }, 'Please give full names'],
  ])('%o comes back with a sentence', async (wrong, sentence) => {
    const practice = await publishPractice(beatriz)
    const answer = await ada.post(`/practices/${practice}/adoption`, { ...entry, ...wrong })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain('On Fridays only.')
  })

  test('two windows: the older one sees what the newer saved, and loses nothing', async () => {
    const practice = await publishPractice(beatriz)
    const id = idIn(await adopt(ada, practice))
    await ada.post(`/adoptions/${id}`, { ...entry, adapted: 'First window.', revision: '1' })
    const second = await ada.post(`/adoptions/${id}`, { ...entry, adapted: 'Second window.', revision: '1' })
    expect(second.status).toBe(422)
    const html = await second.text()
    expect(html).toContain('First window.')
    expect(html).toContain('Second window.')
    expect(html).toContain('name="revision" value="2"')
    await ada.post(`/adoptions/${id}`, { ...entry, adapted: 'Second window.', revision: '2' })
    expect(await ada.page(`/adoptions/${id}-walks-by-the-river`)).toContain('Second window.')
  })
})

describe('one for each city and practice', () => {
  test('a second attempt opens the first', async () => {
    const practice = await publishPractice(beatriz)
    const path = await adopt(ada, practice)
    expect((await ada.get(`/practices/${practice}/adoption`)).headers.get('location')).toBe(path)
    expect(await adopt(ada, practice, { title: 'Second' })).toBe(path)
  })

  test('two colleagues of Kaiserslautern press at the same moment, and there is one', async () => {
    const practice = await publishPractice(beatriz)
    const jonte = await town.as('jonte-pfalzgrafer')
    const answers = await Promise.all(
      [almut, jonte, almut].map((who) => who.post(`/practices/${practice}/adoption`, entry)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(section(await town.visitor.page(`/practices/${practice}-night-walks`))).toContain('One city does it too')
  })

  test('after withdrawing, the city may begin anew', async () => {
    const practice = await publishPractice(beatriz)
    const path = await adopt(ada, practice)
    expect((await ada.post(`/adoptions/${idIn(path)}/withdrawal`)).status).toBe(303)
    expect((await beatriz.get(path)).status).toBe(410)
    expect(section(await beatriz.page(`/practices/${practice}-night-walks`))).toBe('')
    expect(await adopt(ada, practice)).not.toBe(path)
  })
})

test('cities like Ada’s own come first, each with the reason', async () => {
  const practice = await publishPractice(await town.as('alva-sundgranath'))
  await adopt(await town.as('sigrun-fjordbakk'), practice, { title: 'Walks in Oslo' })
  await adopt(await town.as('valentin-ostrau'), practice, { title: 'Walks in Vienna' })
  await adopt(await town.as('henrike-salbader'), practice, { title: 'Walks in Augsburg' })
  const order = (html: string) =>
    ['Oslo', 'Augsburg'].sort((a, b) => html.indexOf(`Walks in ${a}`) - html.indexOf(`Walks in ${b}`))
  expect(order(section(await town.visitor.page(`/practices/${practice}-night-walks`)))).toEqual(['Oslo', 'Augsburg'])
  const forAda = section(await ada.page(`/practices/${practice}-night-walks`))
  expect(order(forAda)).toEqual(['Augsburg', 'Oslo'])
  expect(forAda).toContain('Similar size:')
})

test('whoever takes it over hears of questions on the practice', async () => {
  const practice = await publishPractice(beatriz)
  await adopt(ada, practice)
  while ((await town.work()) > 0);
  town.mails.length = 0
  await almut.post(`/contributions/${practice}/replies`, { text: 'Who pays?', lang: 'de' })
  while ((await town.work()) > 0);
  expect(town.mails.map(({ to }) => to)).toContain('ada.lindmoser@graz.example')
})

test('it is found by its own words', async () => {
  const practice = await publishPractice(beatriz)
  await adopt(ada, practice, { title: 'Zwergenlaternen am Bach', lang: 'de' })
  while ((await town.work()) > 0);
  expect(await town.visitor.page('/search?q=Zwergenlaternen')).toContain('Zwergenlaternen')
})
