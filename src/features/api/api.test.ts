// The interface for programs: the shape of answers, the errors, and personal tokens.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const ask = (query: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  town.visitor.get(`/api/v1/search?${new URLSearchParams(query)}`, headers)

test('An answer has items, total and facets, each item the eight agreed properties', async () => {
  const answer = await ask({ q: 'Nachtbürgermeister', lang: 'de', limit: '3' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  const body = (await answer.json()) as { items: Record<string, unknown>[]; total: number; facets: object }
  expect(Object.keys(body)).toEqual(['items', 'total', 'facets'])
  expect(body.items).toHaveLength(3)
  expect(body.total).toBeGreaterThanOrEqual(3)
  expect(body.items[0]).toEqual({
    id: expect.any(Number),
    kind: 'practice',
    title: 'Médiateurs de nuit et charte de la vie nocturne',
    lang: 'fr',
    url: expect.stringMatching(/^http:\/\/localhost\/practices\/\d+-mediateurs-de-nuit/),
    score: expect.any(Number),
    why: ['Nachtbürgermeister'],
  })
  expect(body.facets).toMatchObject({ language: expect.arrayContaining([{ value: 'fr', count: expect.any(Number) }]) })
})

test('Offset and limit walk through everything once; without words, through all that is there', async () => {
  const ids = new Set<string>()
  let total = 1
  for (let offset = 0; offset < total; offset += 100) {
    const body = (await (await ask({ limit: '100', offset: String(offset) })).json()) as {
      items: { kind: string; id: number }[]
      total: number
    }
    total = body.total
    for (const { kind, id } of body.items) ids.add(`${kind} ${id}`)
  }
  expect(ids.size).toBe(total)
  expect(total).toBeGreaterThan(200)
})

describe('a question that cannot be answered is told as a problem', () => {
  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '2.5'],
    ['limit', 'many'],
    ['offset', '-1'],
    ['offset', '901'],
    ['lang', 'xx'],
    ['q', 'x'.repeat(301)],
  ])('%s=%s', async (name, value) => {
    const answer = await ask({ q: 'Licht', [name]: value })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const body = (await answer.json()) as { issues: { field: string; message: string }[] }
    expect(body).toMatchObject({ type: 'about:blank', status: 400, title: expect.any(String) })
    expect(body.issues).toEqual([{ field: name, message: expect.stringContaining(name) }])
  })

  test('all that is wrong at once; and an address that does not exist', async () => {
    const body = (await (await ask({ limit: '0', lang: 'xx' })).json()) as { issues: { field: string }[] }
    expect(body.issues.map(({ field }) => field).sort()).toEqual(['lang', 'limit'])
    const missing = await town.visitor.get('/api/v1/nothing')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
  })
})

const tokenOf = async (slug: string): Promise<string> => {
  const html = await (await (await town.as(slug)).post('/account/tokens', { name: 'evening report' })).text()
  return /(?<![\w-])[\w-]{43}(?![\w-])/.exec(html.split('<main')[1] ?? '')?.[0] ?? ''
}

describe('cities like mine come earlier to a program too', () => {
  const told = {
    ...{ title: 'Zwirbelkasten', summary: 'A box.', lang: 'en', problem: 'p', response: 'r', results: 's' },
    ...{ evidence: '0', 'concepts[]': ['youth'], audience: '1' },
  }
  const authors = [
    ['jonte-pfalzgrafer', 'de-kaiserslautern'],
    ['assia-verdonnel', 'fr-lyon'],
  ] as const
  beforeAll(async () => {
    for (const [slug] of authors) {
      const who = await town.as(slug)
      const path = (await who.post('/practices', told)).headers.get('location') ?? ''
      await who.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
    }
    while ((await town.work()) > 0);
  })

  test.each(authors)('with the token of %s as on their own page, the practice of %s first', async (slug, city) => {
    const page = (await (await town.as(slug)).page('/search?q=Zwirbelkasten')).split('id="results"')[1] ?? ''
    const onPage = [...page.matchAll(/href="(\/practices\/\d+-zwirbelkasten)"/g)].map(([, path]) => path)
    const answer = await ask({ q: 'Zwirbelkasten' }, { authorization: `Bearer ${await tokenOf(slug)}` })
    const { items } = (await answer.json()) as { items: { url: string }[] }
    expect(onPage).toHaveLength(2)
    expect(items.map(({ url }) => new URL(url).pathname)).toEqual(onPage)
    expect(await town.visitor.page(onPage[0] ?? '')).toContain(`href="/members/${city}"`)
  })
})

describe('personal tokens', () => {
  const demonstration = 'Ein Tisch für alle im Innenhof'
  const titles = async (headers: Record<string, string>): Promise<string> =>
    JSON.stringify(await (await ask({ q: 'Tisch Innenhof', lang: 'de' }, headers)).json())

  test('with hers, Beatriz of Porto gets what the network shares; a visitor does not', async () => {
    expect(await titles({})).not.toContain(demonstration)
    expect(await titles({ authorization: `Bearer ${await tokenOf('beatriz-ribeirinha-douro')}` })).toContain(
      demonstration,
    )
  })

  test('a cookie opens pages, not this interface', async () => {
    const { cookie } = await town.as('beatriz-ribeirinha-douro')
    expect(await titles({ cookie })).not.toContain(demonstration)
  })

  test('a token that is not one is refused, not taken for a visitor', async () => {
    for (const authorization of ['Bearer nonsense', `Bearer ${'a'.repeat(43)}`, 'Basic YTpi']) {
      const answer = await ask({ q: 'Licht' }, { authorization })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })
})
