// The index follows what people do: at once where something must no longer be seen, after the queue where it is new.
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { reindex } from './actions/reindex.ts'
import { commands } from './commands.ts'
import { keepIndex } from './listener.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
})

const form = {
  title: 'Der Quirlsteg',
  summary: 'Was am Quirlsteg getan wurde.',
  lang: 'de',
  problem: 'Niemand ging dort.',
  response: 'Wir haben gefegt.',
  results: 'Alle gehen dort.',
  evidence: '1',
  'concepts[]': ['public-space'],
  audience: '1',
}
const publish = async (fields: Record<string, string | string[]> = form): Promise<string> => {
  const path = (await ada.post('/practices', fields)).headers.get('location') ?? ''
  const id = /\d+/.exec(path)?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  await town.work()
  return id
}
const finds = async (who: Visitor, word: string): Promise<boolean> =>
  (await who.page(`/search?q=${word}`)).includes(`-der-${word.toLowerCase()}"`)
const parts = () => testJobs(town.database.system, town.dataDir)
/** Everything that is in the index, without the numbers of its rows: each document with all that is told of it. */
const wholeIndex = async () => {
  const { rows } = await sql`
    with posting as (
      select p.term, p.audience, encode(substring(p.data from at + 3 for 2), 'hex') as weight,
        p.block * 32768 + get_byte(p.data, at) + 256 * get_byte(p.data, at + 1) as id
      from search_posting p cross join lateral generate_series(0, length(p.data) - 4, 4) at)
    select d.kind, d.subject, d.audience, d.title, d.concepts, d.population, encode(d.tokens, 'hex') as tokens,
      (select json_agg(json_build_array(p.term, p.weight, p.audience) order by p.term) from posting p where p.id = d.id) as postings,
      (select json_agg(t order by t) from unnest(d.terms) t) as terms,
      (select json_agg(w.word order by w.word) from search_title w where w.document_id = d.id) as words
    from search_document d
    union all select 'nobody', p.id, p.audience, '', '{}', null, '', null, null, null from posting p
      where not exists (select 1 from search_document d where d.id = p.id)
    order by 1, 2`.execute(town.database.system)
  return rows
}

test('A draft is not found, not even by its author’s words; published, it is', async () => {
  const path = (await ada.post('/practices', { ...form, title: 'Der Sprudelweg' })).headers.get('location') ?? ''
  await town.work()
  expect(await finds(ada, 'Sprudelweg')).toBe(false)
  await ada.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  await town.work()
  expect(await finds(town.visitor, 'Sprudelweg')).toBe(true)
})

test('What is changed is found by its new words and no longer by the old ones', async () => {
  const id = await publish({ ...form, title: 'Der Trudelplatz' })
  await ada.post(`/practices/${id}`, { ...form, title: 'Der Wirbelplatz', revision: '1' })
  await town.work()
  expect(await finds(town.visitor, 'Wirbelplatz')).toBe(true)
  expect(await finds(town.visitor, 'Trudelplatz')).toBe(false)
})

test('What is withdrawn is gone at once, before any job has run', async () => {
  const id = await publish()
  expect(await finds(town.visitor, 'Quirlsteg')).toBe(true)
  await ada.post(`/practices/${id}/withdrawal`)
  expect(await finds(await town.as('beatriz-ribeirinha-douro'), 'Quirlsteg')).toBe(false)
  await town.work()
  expect(await finds(town.visitor, 'Quirlsteg')).toBe(false)
  const left = await sql`select 1 from search_document where kind = 'practice' and subject = ${Number(id)}`.execute(
    town.database.system,
  )
  expect(left.rows).toEqual([])
})

test('What is narrowed is out of reach at once, and back for those who may see it', async () => {
  const id = await publish({ ...form, title: 'Der Schnurrhof' })
  await ada.post(`/practices/${id}`, { ...form, title: 'Der Schnurrhof', audience: '2', revision: '1' })
  expect(await finds(await town.as('ada-lindmoser', 'de'), 'Schnurrhof')).toBe(false)
  await town.work()
  expect(await finds(ada, 'Schnurrhof')).toBe(true)
  expect(await finds(town.visitor, 'Schnurrhof')).toBe(false)
})

test('Hearing a fact twice, or late, leaves the index as it is', async () => {
  const id = Number(await publish({ ...form, title: 'Der Dudelpark' }))
  const index = await wholeIndex()
  const fact = { id: 1, name: 'practice.published', actorId: null, organisationId: null, contributionId: id }
  for (let heard = 0; heard < 2; heard += 1)
    await keepIndex.hear({ ...fact, audienceId: 1, at: town.now, data: {} }, parts())
  expect(await wholeIndex()).toEqual(index)
})

test('A complete re-index says how far it is and makes the same index again', async () => {
  const index = await wholeIndex()
  expect(index.length).toBeGreaterThan(100)
  const lines: string[] = []
  await commands[0]?.run([], { ...parts(), print: (line) => void lines.push(line) })
  expect(lines).toContainEqual(expect.stringMatching(/^practice: \d+ of \d+$/))
  expect(lines.at(-1)).toMatch(/^The index is new: \d{3} things/)
  expect(await wholeIndex()).toEqual(index)
})

test('A re-index takes out what should no longer be there', async () => {
  const id = Number(await publish({ ...form, title: 'Der Kicherweg' }))
  const { features, system } = parts()
  const gone = features.map((feature) =>
    feature.name !== 'practices'
      ? feature
      : {
          ...feature,
          search: (feature.search ?? []).map((source) => ({
            ...source,
            document: async (...[db, subject]: Parameters<typeof source.document>) =>
              subject === id ? undefined : source.document(db, subject),
          })),
        },
  )
  await reindex(system, gone)
  expect(await finds(ada, 'Kicherweg')).toBe(false)
})
