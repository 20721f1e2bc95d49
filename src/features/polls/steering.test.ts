// What becomes of a poll: its end, more time, where it stands, who is asked, what membership yields.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { ask, conclude, end, giveAnswer, inDays, pollFields } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let almut: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  almut = await town.as('almut-westrichter')
})

describe('Steering', () => {
  test('who asked says what came of it, which ends the poll and is found by search', async () => {
    const id = await ask(town, ada, { title: 'Quirlpfosten at crossings' })
    expect((await conclude(ada, id, '')).status).toBe(422)
    expect((await conclude(ada, id, 'Most have **Wabbelstein** instead.')).status).toBe(303)
    expect(await beatriz.page(`/polls/${id}-quirlpfosten-at-crossings`)).toContain('<strong>Wabbelstein</strong>')
    expect(await giveAnswer(beatriz, id)).toBe(422)
    while ((await town.work()) > 0);
    expect(await beatriz.page('/search?q=Wabbelstein')).toContain(`/polls/${id}-`)
    expect((await conclude(beatriz, id, 'Mine', '2')).status).toBe(403)
  })

  test('of two who say it at once one is shown what holds now, and it ends once', async () => {
    const id = await ask(town, jonte)
    const both = await Promise.all([conclude(jonte, id, 'Jonte says.'), conclude(almut, id, 'Almut says.')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const told = `from fact where contribution_id = ${id} and name`
    expect(await fill(town, `select count(*) ${told} = 'poll.closed'`)).toBe(1)
    const [slower, words] = both[0]?.status === 422 ? [jonte, 'Jonte says.'] : [almut, 'Almut says.']
    const html = (await both.find(({ status }) => status === 422)?.text()) ?? ''
    for (const sentence of ['Somebody has changed this meanwhile.', 'Jonte says.', 'Almut says.'])
      expect(html).toContain(sentence)
    const revision = /name="revision" value="(\d+)"/.exec(html)?.[1]
    expect((await conclude(slower, id, words, revision)).status).toBe(303)
    expect(await fill(town, `select count(*) from poll where contribution_id = ${id} and outcome = '${words}'`)).toBe(1)
    expect(await fill(town, `select count(*) ${told} = 'poll.closed'`)).toBe(1)
    expect(await fill(town, `select count(*) ${told} = 'poll.changed'`)).toBe(1)
  })

  test('gives more time, never less', async () => {
    const id = await ask(town, ada)
    const prolong = (endsOn: string) => ada.post(`/polls/${id}/prolongation`, { endsOn })
    expect(await (await prolong(inDays(town, 10))).text()).toContain('a day after the one that holds now')
    expect((await prolong(inDays(town, 30))).status).toBe(303)
    // Two at once: the later day holds, whoever was first.
    await Promise.all([prolong(inDays(town, 50)), prolong(inDays(town, 45))])
    const holds = `select to_char(ends_at, 'YYYY-MM-DD') >= '${inDays(town, 49)}' as ok from poll where contribution_id = ${id}`
    expect(await fill(town, `select (${holds})::int`)).toBe(1)
    await end(town, id)
    expect(await (await prolong(inDays(town, 60))).text()).toContain('This poll has ended meanwhile.')
  })

  test('a poll stands on the home page of whoever has not answered, and not of whoever has', async () => {
    const id = await ask(town, ada, { title: 'Gone from the home page once answered', endsOn: inDays(town, 1) })
    expect(await beatriz.page('/')).toContain(`/polls/${id}-`)
    await giveAnswer(beatriz, id)
    const [, waiting = ''] = (await beatriz.page('/')).split('id="polls-waiting"')
    expect(waiting.slice(0, waiting.indexOf('</section>'))).not.toContain(`/polls/${id}-`)
  })

  test('offices ask too; whoever is of no member asks nobody', async () => {
    const irena = await town.as('irena-halvorsdottir-blau')
    const id = await ask(town, irena, { title: 'The office asks' })
    expect(await giveAnswer(beatriz, id)).toBe(303)
    expect((await irena.get(`/polls/${id}/answers`)).status).toBe(200)
    expect((await town.visitor.post('/polls', pollFields(town))).status).toBe(401)
    expect((await town.visitor.get('/polls')).status).toBe(303)
  })
})

test('the cities that are asked stand on a page of their own, by country', async () => {
  const id = await ask(town, ada, { 'countries[]': ['AT', 'PT'] })
  const page = await beatriz.page(`/polls/${id}-body-cameras-of-public-order-officers`)
  expect(page).toContain(`href="/polls/${id}/asked"`)
  const asked = await fill(town, `select count(*) from poll_asked where contribution_id = ${id}`)
  const html = await beatriz.page(`/polls/${id}/asked`)
  for (const words of [`${asked} cities are asked`, 'href="/members/pt-porto"', 'Austria, Portugal'])
    expect(html).toContain(words)
  expect(html).not.toContain('href="/members/fr-lyon"')
  expect((await town.visitor.get(`/polls/${id}/asked`)).status).toBe(303)
})

test('what a city asked and answered in a year stands on the page of what membership yields', async () => {
  const figure = async (who: Visitor, slug: string, words: string): Promise<number> => {
    const html = await who.page(`/members/${slug}/benefit?year=${town.now.getFullYear()}`)
    return Number(new RegExp(`<strong>(\\d+)</strong> <span>${words}`).exec(html)?.[1] ?? 0)
  }
  const read = () =>
    Promise.all([figure(ada, 'at-graz', 'polls? started'), figure(beatriz, 'pt-porto', 'polls? answered')])
  const [asked, answered] = await read()
  const id = await ask(town, ada, { title: 'Counted for the mayor' })
  expect(await giveAnswer(beatriz, id)).toBe(303)
  expect(await read()).toEqual([asked + 1, answered + 1])
  expect(await beatriz.page(`/members/pt-porto/benefit?year=${town.now.getFullYear()}`)).toContain(
    'Counted for the mayor',
  )
})
