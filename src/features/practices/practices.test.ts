// Practices as people live them: written, published, seen by whom they are for, and by nobody else.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let carsten: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  carsten = await town.as('carsten-mittelweg')
})

const complete = {
  title: 'Night walks with residents',
  summary: 'Residents and the office walk through the quarter at night.',
  lang: 'en',
  problem: 'Residents avoided the park.',
  response: 'We walked together every month.',
  results: 'The park is used again.',
  evidence: '0',
  'concepts[]': ['public-space'],
  audience: '1',
}
const addressOf = (answer: Response): string => answer.headers.get('location') ?? ''

const publish = async (who: Visitor, fields: Record<string, string | string[]>): Promise<string> => {
  const path = addressOf(await who.post('/practices', fields))
  await who.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  return path
}

describe('telling', () => {
  test('Ada saves a draft, sees what is missing, completes and publishes it', async () => {
    const path = addressOf(await ada.post('/practices', { title: 'Evening patrols', lang: 'en', audience: '1' }))
    expect(path).toMatch(/^\/practices\/\d+-evening-patrols$/)
    expect(await ada.page(path)).toContain('Before publishing, please add')
    const id = /\d+/.exec(path)?.[0]
    expect((await ada.post(`/practices/${id}`, { ...complete, revision: '1' })).status).toBe(303)
    const published = await ada.post(`/practices/${id}/publication`)
    expect(published.status).toBe(303)
    expect(await town.visitor.page(addressOf(published))).toContain('We walked together every month.')
  })

  test('a title that is too short comes back with a sentence, and what was typed is kept', async () => {
    const answer = await ada.post('/practices', { ...complete, title: 'A' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Please give a title of at least three characters.')
    expect(html).toContain('Residents avoided the park.')
  })

  test('two windows: the older one is refused and loses nothing', async () => {
    const path = addressOf(await ada.post('/practices', complete))
    const id = /\d+/.exec(path)?.[0]
    const first = await ada.post(`/practices/${id}`, { ...complete, title: 'First window', revision: '1' })
    const second = await ada.post(`/practices/${id}`, { ...complete, title: 'Second window', revision: '1' })
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('Second window')
    expect(await ada.page(addressOf(first))).toContain('First window')
  })
})

describe('protection', () => {
  test('Ada of Graz cannot see, change or publish Porto’s draft', async () => {
    const path = addressOf(await beatriz.post('/practices', complete))
    const id = /\d+/.exec(path)?.[0]
    expect((await ada.get(path)).status).toBe(404)
    expect((await ada.post(`/practices/${id}`, { ...complete, revision: '1' })).status).toBe(404)
    expect((await ada.post(`/practices/${id}/publication`)).status).toBe(404)
    expect((await town.visitor.get(path)).status).toBe(404)
  })

  test('a published practice of Porto can be read but not changed by Ada', async () => {
    const path = await publish(beatriz, complete)
    const id = /\d+/.exec(path)?.[0]
    expect((await ada.get(path)).status).toBe(200)
    expect((await ada.get(`/practices/${id}/edit`)).status).toBe(403)
    expect((await ada.post(`/practices/${id}/withdrawal`)).status).toBe(403)
  })

  test('a claim never stands alone: how far it reaches is said beside it, unless it was compared', async () => {
    const claim = { ...complete, effect: 'Half as many complaints.' }
    const path = await publish(ada, { ...claim, title: 'With a claim', evidence: '1' })
    expect(await town.visitor.page(path)).toContain('Observed, without a comparison: other causes are possible.')
    const besides = `/practices/compare?practice=${/\d+/.exec(path)?.[0]}`
    expect(await town.visitor.page(besides)).toContain('Observed, without a comparison: other causes are possible.')
    const compared = await publish(ada, { ...claim, title: 'With a comparison', evidence: '4' })
    expect(await town.visitor.page(compared)).not.toContain('practice-caveat')
  })

  test('TLP:GREEN reaches members, not visitors: neither page, list nor count', async () => {
    const before = await town.visitor.page('/practices')
    const path = await publish(beatriz, { ...complete, title: 'For the network only', audience: '2' })
    expect((await ada.get(path)).status).toBe(200)
    expect((await town.visitor.get(path)).status).toBe(404)
    const count = (html: string) => /result-line[^>]*>([^<]*)</.exec(html)?.[1]
    expect(count(await town.visitor.page('/practices'))).toBe(count(before))
  })

  test('search engines get address, languages and summary of what is public; who is signed in does not read past them', async () => {
    const path = await publish(ada, { ...complete, title: 'For search engines too' })
    const html = await town.visitor.page(path)
    expect(html).toContain(`<link rel="canonical" href="http://localhost${path}"/>`)
    // Eight languages, and the address without one.
    expect(html.match(/hreflang="/g)).toHaveLength(9)
    expect(html).toContain('application/ld+json')
    const own = await ada.page(path)
    expect(own).toContain('<meta name="robots" content="noindex"/>')
    expect(own).not.toMatch(/canonical|hreflang|ld\+json/)
  })

  test('TLP:RED reaches the named persons only, and an unknown name is refused', async () => {
    const named = { ...complete, title: 'For two eyes', audience: 'persons', persons: 'Ada Lindmoser' }
    expect((await beatriz.post('/practices', { ...named, persons: 'Nobody Known' })).status).toBe(422)
    const path = await publish(beatriz, named)
    expect((await ada.get(path)).status).toBe(200)
    expect((await carsten.get(path)).status).toBe(404)
    expect(await carsten.page('/practices')).not.toContain('For two eyes')
  })

  test('a withdrawn practice is gone for readers and kept for its city', async () => {
    const path = await publish(beatriz, { ...complete, title: 'Soon withdrawn' })
    await beatriz.post(`/practices/${/\d+/.exec(path)?.[0]}/withdrawal`)
    expect((await ada.get(path)).status).toBe(410)
    expect((await beatriz.get(path)).status).toBe(200)
  })

  test('widening asks for confirmation first', async () => {
    const path = await publish(beatriz, { ...complete, title: 'Widened later', audience: '2' })
    const id = /\d+/.exec(path)?.[0]
    const wider = { ...complete, title: 'Widened later', audience: '1', revision: '1' }
    expect((await beatriz.post(`/practices/${id}`, wider)).status).toBe(422)
    expect((await town.visitor.get(path)).status).toBe(404)
    expect((await beatriz.post(`/practices/${id}`, { ...wider, widen: 'yes' })).status).toBe(303)
    expect((await town.visitor.get(path)).status).toBe(200)
  })
})
