// A narrowed or withdrawn contribution is gone from every table at once: search, replies, files, concepts, links.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stem } from '#thesaurus/stem.ts'
import { stemTerm } from '#thesaurus/terms.ts'
import { termId } from '../../src/features/search/term-id.ts'
import { openTown, type Town, type Visitor } from '../app.ts'
import { roles, sees } from '../protection/cast.ts'
import { aboutContributions, columnsOf } from '../protection/seed-rows.ts'
import { type Stage, setStage } from '../protection/stage.ts'
import { type Door, openDoor } from './as-person.ts'

let town: Town
let stage: Stage
let door: Door
let beatriz: Visitor
beforeAll(async () => {
  town = await openTown()
  stage = await setStage(town)
  door = await openDoor(town)
  beatriz = await town.as('beatriz-ribeirinha-douro')
})
afterAll(async () => {
  await door.close()
  await stage.owner.end()
})

const told = {
  title: 'Zwergenlaterne nights',
  summary: 'Lanterns in the park.',
  lang: 'en',
  problem: 'Residents avoided the park.',
  response: 'We hung up a zwergenlaterne on every tree.',
  results: 'The park is used again.',
  evidence: '0',
  'concepts[]': ['public-space'],
}

async function publish(audience: string): Promise<number> {
  const path = (await beatriz.post('/practices', { ...told, audience })).headers.get('location') ?? ''
  const id = Number(/\d+/.exec(path)?.[0])
  const published = await beatriz.post(`/practices/${id}/publication`)
  expect(published.headers.get('set-cookie')).toContain('done-published')
  await beatriz.post(`/contributions/${id}/replies`, { text: 'Zwergenlaterne works', lang: 'en' })
  const plan = new File(['zwergenlaterne plan'], 'plan.txt', { type: 'text/plain' })
  await beatriz.post(`/contributions/${id}/attachments`, { file: plan })
  await town.work()
  return id
}

/** The word that only these texts hold, as the index knows it. */
const secretWord = termId(stemTerm('en', stem('zwergenlaterne', 'en')))

/** Everything that the application role finds of it as this person, table by table. */
async function traces(person: number | undefined, id: number): Promise<string[]> {
  return door.as(person, async (client) => {
    const found: string[] = []
    for (const [table, names] of [['contribution', ['id']] as const, ...aboutContributions(stage.columns)])
      for (const name of names) {
        if (!columnsOf(stage.columns, table).some((column) => column.name === name && column.readable)) continue
        const { rows } = await client.query(`select 1 from "${table}" where ${name} = $1`, [id])
        if (rows.length > 0) found.push(table)
      }
    const postings = await client.query('select 1 from search_posting where term = $1', [secretWord])
    if (postings.rows.length > 0) found.push('search_posting')
    const words = await client.query(`select 1 from search_title where word like 'zwergenlat%'`)
    return words.rows.length > 0 ? [...found, 'a word in search_title'] : found
  })
}

const search = async (who: Visitor): Promise<string> =>
  (await who.page('/search?q=zwergenlaterne')) + (await who.page('/search/suggestions?q=zwergenl'))

test('Assia finds it, and after it was narrowed to Porto nothing of it, before any job has run', async () => {
  const id = await publish('2')
  const assia = stage.persons['other forum']
  expect(await traces(assia, id)).toEqual(
    expect.arrayContaining(['contribution', 'practice', 'reply', 'attachment', 'search_document', 'search_posting']),
  )
  const { rows } = await stage.owner.query(
    'select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = $1',
    ['beatriz-ribeirinha-douro'],
  )
  const narrowed = await beatriz.post(`/practices/${id}`, { ...told, audience: String(rows[0].id), revision: '1' })
  expect(narrowed.status).toBe(303)
  expect(await traces(assia, id)).toEqual([])
  expect(await search(await town.as('assia-verdonnel'))).not.toContain('lantern')
  await town.work()
  expect(await traces(assia, id)).toEqual([])
  expect(await traces(stage.persons.named, id)).toContain('search_document')
  await beatriz.post(`/practices/${id}/withdrawal`)
})

test('what is withdrawn leaves nothing but the mark that it was there', async () => {
  const id = await publish('1')
  expect(await traces(undefined, id)).toContain('search_posting')
  await beatriz.post(`/practices/${id}/withdrawal`)
  for (const work of [async () => 0, town.work]) {
    await work()
    expect(await traces(undefined, id)).toEqual(['withdrawal'])
    expect(await traces(stage.persons['network office'], id)).toEqual(['withdrawal'])
  }
  expect(await search(town.visitor)).not.toContain('lantern')
})

test('how often a word occurs is counted per audience, and nobody reads the count of another audience', async () => {
  const id = await publish('2')
  const count = async (person: number | undefined): Promise<number> =>
    door.as(person, async (client) => {
      const sql = 'select coalesce(sum(length(data)), 0)::int / 4 as sum from search_posting where term = 0'
      return (await client.query(sql)).rows[0].sum
    })
  const all = async (audiences: readonly number[]): Promise<number> => {
    // What the stage has put there by hand has no terms.
    const sql = `select count(*)::int as count from search_document where audience = any ($1) and terms <> '{}'`
    return (await stage.owner.query(sql, [audiences])).rows[0].count
  }
  expect(await count(undefined)).toBe(await all([1]))
  await beatriz.post(`/practices/${id}/withdrawal`)
})

test('every document of the index lies in the audience of its contribution, and its words lie in the same', async () => {
  const loose = await stage.owner.query(
    `select d.id from search_document d join contribution c on c.id = d.contribution_id
    where c.author_id <> $1 and (c.state <> 'published' or c.audience_id <> d.audience)`,
    [stage.persons.author],
  )
  const words = await stage.owner.query(`
    with posting as (
      select p.term, p.audience, p.block * 16384 + get_byte(p.data, at) + 256 * get_byte(p.data, at + 1) as id
      from search_posting p cross join lateral generate_series(0, length(p.data) - 4, 4) at)
    select p.id from posting p left join search_document d on d.id = p.id
      where d.id is null or p.audience <> d.audience or not p.term = any (d.terms)
    union select t.document_id from search_title t left join search_document d on d.id = t.document_id
      where d.id is null or t.audience <> d.audience`)
  expect([loose.rows, words.rows]).toEqual([[], []])
})

test('a draft is the author’s, and the coordinator’s of their city; of one for named persons the author’s alone', () => {
  const draft = { name: 'draft', audience: 'network', state: 'draft' } as const
  expect(roles.filter((role) => sees(role, draft))).toEqual(['author', 'coordinator'])
  expect(roles.filter((role) => sees(role, { ...draft, audience: 'persons' }))).toEqual(['author'])
})
