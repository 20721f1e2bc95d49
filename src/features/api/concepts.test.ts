// Concepts of the thesaurus as programs ask for them.
import { beforeAll, expect, test } from 'vitest'
import { topConcepts, vocabulary } from '#thesaurus/vocabulary.ts'
import { openTown, type Town } from '../../../testing/app.ts'

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly uri: string
    readonly label: string
    readonly lang: string
    readonly broader: string | null
  }[]
  readonly total: number
}

let town: Town
beforeAll(async () => {
  town = await openTown('demonstration', 'https://vicinia.example')
})
const ask = (query: Record<string, string>) => town.visitor.get(`/api/v1/concepts?${new URLSearchParams(query)}`)
const list = async (query: Record<string, string>) => (await (await ask(query)).json()) as Listed

test('all of them, in the language that was asked for', async () => {
  const { items, total } = await list({ lang: 'fr' })
  expect(total).toBe(vocabulary().all.length)
  const fields = items.filter(({ broader }) => broader === null).map(({ id }) => id)
  expect(fields).toEqual(topConcepts())
  expect(items.find(({ id }) => id === 'youth')).toEqual({
    ...{ id: 'youth', uri: 'https://vicinia.example/thesaurus/youth', label: 'jeunesse', lang: 'fr', broader: null },
  })
})

test('by words of any language, and by the concept that they stand below', async () => {
  expect((await list({ q: 'sala de chuto', lang: 'de' })).items.map(({ id }) => id)).toEqual(['consumption-room'])
  const below = await list({ broader: 'youth-crime' })
  expect(below.items.map(({ id }) => id)).toEqual(vocabulary().narrower('youth-crime'))
  expect((await list({ q: 'xyzzyplugh' })).total).toBe(0)
})

test('however many have these words: none is left out, below a concept neither', async () => {
  const { items, total } = await list({ q: 'a' })
  expect(total).toBeGreaterThan(500)
  const last = items.at(-1)
  const below = items.filter(({ broader }) => broader === last?.broader)
  expect((await list({ q: 'a', broader: last?.broader ?? '' })).items).toEqual(below)
})

test('one, with its labels in all languages and its neighbours', async () => {
  const concept = await (await town.visitor.get('/api/v1/concepts/knife-crime')).json()
  expect(concept).toMatchObject({
    id: 'knife-crime',
    broader: 'youth-crime',
    note: 'Carrying and using knives in public.',
  })
  expect((concept as { labels: Record<string, string[]> }).labels['pl']).toContain('nożownictwo')
})

test('what cannot be answered is a problem', async () => {
  const answer = await ask({ lang: 'xx', broader: 'nowhere', q: 'x'.repeat(301) })
  expect(answer.status).toBe(400)
  const { issues } = (await answer.json()) as { issues: { field: string }[] }
  expect(issues.map(({ field }) => field).sort()).toEqual(['broader', 'lang', 'q'])
  const missing = await town.visitor.get('/api/v1/concepts/nowhere')
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
})
