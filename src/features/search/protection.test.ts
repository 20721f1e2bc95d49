// What is not for a viewer does not exist for them: not as a result, count, facet, suggestion, reason, total or statistic.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { stem } from '#thesaurus/stem.ts'
import { stemTerm } from '#thesaurus/terms.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { type Found, findDocuments } from './find-documents.ts'
import { noFilters } from './search-filters.ts'
import { termId } from './term-id.ts'

let town: Town
const persons = [
  'ada-lindmoser',
  'jonte-pfalzgrafer',
  'assia-verdonnel',
  'beatriz-ribeirinha-douro',
  undefined,
] as const
type Slug = (typeof persons)[number]

/** Invented words, one for each audience, that stand nowhere else. */
const secrets = [
  { audience: 'organisation', word: 'Zwirbelquarz', author: 'ada-lindmoser', reaches: ['ada-lindmoser'] },
  { audience: 'forum', word: 'Glimmerpfahl', author: 'jonte-pfalzgrafer', reaches: ['jonte-pfalzgrafer'] },
  {
    audience: 'room',
    word: 'Knisterquall',
    author: 'ada-lindmoser',
    reaches: ['ada-lindmoser', 'beatriz-ribeirinha-douro'],
  },
  { audience: 'persons', word: 'Murmelwolp', author: 'ada-lindmoser', reaches: ['ada-lindmoser', 'assia-verdonnel'] },
  {
    audience: 'network',
    word: 'Flackerpolz',
    author: 'ada-lindmoser',
    reaches: persons.filter((slug) => slug !== undefined),
  },
] as const
type Secret = (typeof secrets)[number]

const tables = () => town.database.system.withTables<TrunkTables>()

async function makeCircle(kind: 'room' | 'persons', slugs: readonly string[]): Promise<number> {
  const [first] = await Promise.all(slugs.map(town.personId))
  const circle = { kind, created_by: first ?? null, forum_id: null, organisation_id: null }
  const { id } = await tables().insertInto('audience').values(circle).returning('id').executeTakeFirstOrThrow()
  for (const slug of slugs)
    await tables()
      .insertInto('audience_person')
      .values({ audience_id: id, person_id: await town.personId(slug) })
      .execute()
  return id
}

async function audienceFor({ audience, author, reaches }: Secret): Promise<number> {
  if (audience === 'network') return 2
  if (audience === 'room' || audience === 'persons') return makeCircle(audience, reaches)
  const query = tables()
    .selectFrom('audience as a')
    .innerJoin('organisation as o', (join) =>
      join.on('o.slug', '=', audience === 'forum' ? 'de-kaiserslautern' : 'at-graz'),
    )
    .leftJoin('forum as f', 'f.country', 'o.country')
    .where((where) =>
      audience === 'forum'
        ? where('a.forum_id', '=', where.ref('f.id'))
        : where('a.organisation_id', '=', where.ref('o.id')),
    )
  const found = await query.select('a.id').executeTakeFirst()
  if (found === undefined) throw new Error(`no ${audience} of ${author}`)
  return found.id
}

async function publish(who: Visitor, word: string, audience: number): Promise<void> {
  const form = {
    title: `Der ${word} bei Nacht`,
    summary: `Was wir am ${word} getan haben.`,
    lang: 'de',
    problem: `Am ${word} war es dunkel.`,
    response: 'Wir haben Lampen aufgestellt.',
    results: 'Es ist heller.',
    evidence: '4',
    yearStart: '1976',
    'concepts[]': ['lighting'],
    audience: String(audience),
  }
  const path = (await who.post('/practices', form)).headers.get('location') ?? ''
  const done = await who.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  expect(done.status).toBe(303)
}

const keyOf = async (slug: Slug) =>
  slug === undefined ? ({ visitor: true } as const) : { personId: await town.personId(slug) }
const find = async (slug: Slug, text: string, filters = noFilters): Promise<Found> =>
  town.database.read(await keyOf(slug), (db) =>
    findDocuments(db, { text, lang: 'de', filters, limit: 100, offset: 0, now: town.now }),
  )
const visitorOf = (slug: Slug): Promise<Visitor> =>
  slug === undefined ? Promise.resolve(town.visitor) : town.as(slug, 'de')

const general = 'Straßenbeleuchtung Lampen'
let before: Found
beforeAll(async () => {
  town = await openTown()
  before = await find(undefined, general)
  for (const secret of secrets) await publish(await town.as(secret.author), secret.word, await audienceFor(secret))
  await town.work()
})

describe.each(secrets)('Of what $audience shares', ({ word, reaches }) => {
  test.each(persons.filter((slug) => slug !== undefined && (reaches as readonly string[]).includes(slug)))(
    '%s finds it',
    async (slug) => {
      expect((await find(slug, word)).items.map((item) => item.title)).toEqual([`Der ${word} bei Nacht`])
      expect(await (await visitorOf(slug)).page(`/search?q=${word}`)).toContain(word.slice(1))
      expect(await (await visitorOf(slug)).page(`/search/suggestions?q=${word.slice(0, 5)}`)).toContain(word)
    },
  )

  test.each(persons.filter((slug) => slug === undefined || !(reaches as readonly string[]).includes(slug)))(
    '%s finds nothing, by no way',
    async (slug) => {
      const found = await find(slug, word)
      expect(found).toMatchObject({ items: [], total: 0, unfiltered: 0 })
      expect(Object.values(found.facets).flat()).toEqual([])
      const visitor = await visitorOf(slug)
      for (const path of [`/search?q=${word}`, '/search', `/search/suggestions?q=${word.slice(0, 5)}`])
        expect((await visitor.page(path)).replaceAll(`“${word}”`, '')).not.toMatch(new RegExp(`(?:Der|am) ${word}`))
    },
  )
})

test('Totals, facets, order and scores of others are the same to the last digit', async () => {
  expect(await find(undefined, general)).toEqual(before)
  const year = (found: Found) => found.facets.year.find(({ value }) => value === '1975')?.count ?? 0
  const counts = await Promise.all(persons.map(async (slug) => year(await find(slug, general))))
  // Ada: organisation, room, persons, network; Jonte: forum, network; Assia: persons, network; Beatriz: room, network.
  expect(counts).toEqual([4, 2, 2, 2, 0])
})

test('The tables themselves hold nothing of it for a visitor, whatever is asked of them', async () => {
  const terms = secrets.map(({ word }) => termId(stemTerm('de', stem(word.toLowerCase(), 'de'))))
  const seen = (slug: Slug) =>
    keyOf(slug).then((key) =>
      town.database.read(key, async (db) => {
        const count = async (table: string, where: ReturnType<typeof sql>) =>
          (await sql<{ count: number }>`select count(*) from ${sql.table(table)} where ${where}`.execute(db)).rows[0]
            ?.count
        return [
          await count('search_posting', sql`term = any (${terms}::bigint[])`),
          await count('search_document', sql`terms && ${terms}::bigint[]`),
          await count('search_title', sql`word = any (${secrets.map(({ word }) => word.toLowerCase())}::text[])`),
          await count('search_document', sql`year = 1976`),
        ]
      }),
    )
  expect(await seen(undefined)).toEqual([0, 0, 0, 0])
  expect(await seen('ada-lindmoser')).toEqual([4, 4, 4, 4])
  expect(await seen('beatriz-ribeirinha-douro')).toEqual([2, 2, 2, 2])
})

test('What is not for a visitor changes no posting, no score and no place of what is, whatever is filtered', async () => {
  const rows = (slug: Slug) =>
    keyOf(slug).then((key) =>
      town.database.read(key, async (db) => {
        const found = await sql<{ audience: number }>`select distinct audience from search_posting`.execute(db)
        return found.rows.map(({ audience }) => audience)
      }),
    )
  expect(await rows(undefined)).toEqual([1])
  for (const slug of persons.filter((one) => one !== undefined)) {
    const key = await keyOf(slug)
    const reach = await town.database.read(key, async (_, viewer) => viewer.audiences)
    expect((await rows(slug)).filter((audience) => !reach.includes(audience))).toEqual([])
  }
  const filters = { ...noFilters, year: ['1975'], concept: ['lighting'] }
  expect((await find(undefined, general, filters)).items).toEqual([])
  expect((await find(undefined, '', filters)).total).toBe(0)
  expect((await find('ada-lindmoser', '', filters)).total).toBe(4)
})

test('A person cannot write into the index', async () => {
  const key = await keyOf('ada-lindmoser')
  for (const statement of [
    'update search_document set audience = 1',
    'delete from search_posting',
    "update search_posting set data = ''",
    'delete from search_title',
    'select * from search_remake',
  ])
    await expect(town.database.write(key, (db) => sql.raw(statement).execute(db))).rejects.toThrow(/permission denied/)
})

test('Who has left the city finds what a visitor finds', async () => {
  await tables().updateTable('person').set({ left_at: town.now }).where('slug', '=', 'jonte-pfalzgrafer').execute()
  expect((await find('jonte-pfalzgrafer', 'Glimmerpfahl')).total).toBe(0)
})
