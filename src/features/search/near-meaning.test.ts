// Search with an embedder: what shares no word is found and says so, words still come first, and nothing depends on it.
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import type { EmbeddingServer } from '../../../testing/embedding-server.ts'
import { openTownWithMeaning, publishPractice, type TownWithMeaning } from '../../../testing/town-with-meaning.ts'
import { blend, nearness, withNear } from './near-meaning.ts'
import { rankingWeights } from './ranking-weights.ts'

let all: TownWithMeaning
let town: Town
let server: EmbeddingServer
beforeAll(async () => {
  all = await openTownWithMeaning('public')
  town = all.town
  server = all.server
  const ada = await town.as('ada-lindmoser')
  for (const title of ['Der Quirlsteg', 'Die Wirbelbrücke', 'Der Wirbelbrückenmarkt']) await publishPractice(ada, title)
  await all.follow()
})
beforeEach(() => {
  server.behaviour = 'well'
})

const titles = (html: string): string[] =>
  [...html.matchAll(/item-title"><a href="[^"]+"[^>]*>(.*?)<\/a>/g)].map(([, title = '']) =>
    title.replaceAll(/<[^>]+>/g, ''),
  )
const page = async (q: string, lang = 'de', more: Record<string, string> = {}): Promise<string> =>
  (await town.visitor.get(`/search?${new URLSearchParams({ q, ...more })}`, { 'accept-language': lang })).text()

describe('A word that stands nowhere, “Plumpaquatsch”, finds what means the same', () => {
  test('and nothing else', async () => {
    const html = await page('Plumpaquatsch')
    expect(titles(html).sort()).toEqual(['Der Quirlsteg', 'Der Wirbelbrückenmarkt', 'Die Wirbelbrücke'])
  })

  test.each(languages)('with the reason in words of %s', async (lang) => {
    const html = await page('Plumpaquatsch', lang)
    const reason = {
      ...{ de: 'Inhaltlich ähnlich', en: 'Similar in meaning', es: 'Contenido similar', fr: 'Sens proche' },
      ...{ it: 'Contenuto simile', nl: 'Inhoudelijk vergelijkbaar', pl: 'Podobna treść', pt: 'Conteúdo semelhante' },
    }[lang]
    expect(html.split(reason)).toHaveLength(4)
  })

  test('and can be narrowed as everything else', async () => {
    expect(titles(await page('Plumpaquatsch', 'de', { country: 'AT' }))).toHaveLength(3)
    expect(titles(await page('Plumpaquatsch', 'de', { country: 'FR' }))).toEqual([])
  })

  test('for programs too', async () => {
    const answer = await (await town.visitor.get('/api/v1/search?q=Plumpaquatsch&lang=nl')).json()
    expect(answer.items.map(({ why }: { why: string[] }) => why)).toEqual(Array(3).fill(['Inhoudelijk vergelijkbaar']))
  })

  test('but gibberish finds nothing: the nearest of all is not near', async () => {
    expect(titles(await page('xqzvbnmp'))).toEqual([])
  })
})

test('What holds the word comes before what only means the same, and keeps its own reason', async () => {
  const html = await page('Quirlsteg')
  expect(titles(html)[0]).toBe('Der Quirlsteg')
  expect(titles(html).slice(1).sort()).toEqual(['Der Wirbelbrückenmarkt', 'Die Wirbelbrücke'])
  const [first = '', second = ''] = html.split('</article>')
  expect(first).toContain('Wort: „Quirlsteg“')
  expect(first).not.toContain('Inhaltlich ähnlich')
  expect(second).toContain('Inhaltlich ähnlich')
})

describe('An embedder that fails costs no answer', () => {
  test.each([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['garbage', { body: '<html>' }],
    ['another number of numbers', { body: JSON.stringify({ data: [{ index: 0, embedding: [1, 2, 3] }] }) }],
  ] as const)('%s', async (name, behaviour) => {
    server.behaviour = behaviour
    const asked = server.requests.length
    // Never asked before, so that no vector is kept of it.
    const words = `Quirlsteg ${name.replaceAll(/\W/g, '')}`
    expect(titles(await page(words))[0]).toBe('Der Quirlsteg')
    expect(server.requests).toHaveLength(asked + 1)
  })
})

test('Without one, a search asks no table of vectors and no address', async () => {
  const plain = await openTown()
  const read = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(plain.database.system)
    const { rows } = await sql<{ scans: number }>`
      select coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::int as scans from pg_stat_user_tables
      where relname in ('search_signature', 'search_vector', 'search_vector_kept')`.execute(plain.database.system)
    return rows[0]?.scans
  }
  const before = await read()
  const asked = server.requests.length
  for (const q of ['Angsträume', 'Plumpaquatsch', '']) await plain.visitor.page(`/search?q=${q}`)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await plain.visitor.page('/search?q=Frauen')
  expect(await read()).toBe(before)
  expect(server.requests).toHaveLength(asked)
})

describe('the numbers', () => {
  const measure = { ...rankingWeights, leastNear: 0.2, fullyNear: 0.6, meaning: 0.5 }

  test('Nearness is the way from the usual cosine to 1, whatever a model’s cosines are like', () => {
    expect([0.1, 0.28, 0.46, 0.64, 1].map((cos) => Number(nearness(cos, 0.1, measure).toFixed(2)))).toEqual([
      0, 0, 0.5, 1, 1,
    ])
    expect([0.75, 0.8, 0.85, 0.9].map((cos) => Number(nearness(cos, 0.75, measure).toFixed(2)))).toEqual([0, 0, 0.5, 1])
  })

  test('What is near gains a part of the words’ best; what only is near is added where it is let through', () => {
    const best = [
      { id: 1, score: 8 },
      { id: 2, score: 5 },
    ]
    const near = new Map([
      [2, 1],
      [3, 0.5],
      [4, 1],
    ])
    const added = withNear(best, near, (id) => id !== 4)
    expect(blend(added, near, measure)).toEqual([
      { id: 1, score: 8 },
      { id: 2, score: 9 },
      { id: 3, score: 2 },
    ])
    expect(blend([{ id: 4, score: 0 }], near, measure)).toEqual([{ id: 4, score: 0.5 }])
  })
})
