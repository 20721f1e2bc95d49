// The desk: each with a duty finds their own places there, and how much waits for them.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { features } from '../../features.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const desk = async (slug: string): Promise<string> => (await town.as(slug)).page('/desk')

test('the network’s office finds the proposals there, with how many wait', async () => {
  const countIn = (html: string): number => {
    const card = html.split('<article').find((one) => one.includes('href="/proposals"'))
    return Number(/(\d+) (?:is|are) waiting/.exec(card ?? '')?.[1])
  }
  const before = await desk('irena-halvorsdottir-blau')
  expect(before).toContain('<h1>Office</h1>')
  const word = {
    concept: 'lighting',
    label: 'Funzelfleck',
    lang: 'de',
    reason: 'So sagen es alle hier.',
    audience: '2',
  }
  expect((await (await town.as('ada-lindmoser')).post('/proposals/label', word)).status).toBe(303)
  expect(countIn(await desk('irena-halvorsdottir-blau'))).toBe(countIn(before) + 1)
})

test('the office of a forum finds its own places, and not those of the network', async () => {
  const html = await desk('carsten-mittelweg')
  expect(html).toContain('href="/my-city/colleagues"')
  expect(html).not.toContain('href="/proposals"')
  expect(html).not.toContain('href="/searched-in-vain"')
})

test('each office reads for whom it works: the network, or its forum by name in the reader’s language', async () => {
  expect(await desk('irena-halvorsdottir-blau')).toContain('What you do for the network')
  const carsten = await desk('carsten-mittelweg')
  expect(carsten).toContain('German Forum: all you do for it')
  expect(carsten).not.toContain('for the network')
  const maelle = await (await town.as('maelle-brindeforge', 'fr')).page('/desk')
  expect(maelle).toContain('Forum français\u00a0: tout ce que vous faites pour lui')
})

test('a coordinator finds what the own city settles; a colleague has no desk', async () => {
  const html = await desk('ada-lindmoser')
  expect(html).toContain('<h1>Our membership</h1>')
  expect(html).toContain('href="/my-city/colleagues"')
  expect((await (await town.as('jonte-pfalzgrafer')).get('/desk')).status).toBe(403)
})

test('every place leads to a page that exists', async () => {
  const routes = features.flatMap(({ routes = [] }) => routes.filter(({ method }) => method === 'GET'))
  for (const { href } of features.flatMap(({ desk: places = [] }) => places))
    expect(routes.map(({ path }) => path)).toContain(href.split('?')[0])
})
