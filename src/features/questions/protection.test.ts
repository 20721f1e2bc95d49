// A question that is not for somebody does not exist for them: no page, list, count, search, suggestion, possible answer, mail.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Meaning } from '#platform/embedding/embedder.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { ask, idOf, reply } from './fixtures.ts'

let town: Town
/** Invented words, one for each audience, that stand nowhere else. */
const secrets = [
  { audience: 'organisation', word: 'Quarzzwirbel', reaches: ['ada-lindmoser'] },
  { audience: 'room', word: 'Hafenknister', reaches: ['ada-lindmoser', 'beatriz-ribeirinha-douro'] },
  { audience: 'persons', word: 'Winkelmurmel', reaches: ['ada-lindmoser', 'assia-verdonnel'] },
  {
    audience: 'network',
    word: 'Steigflacker',
    reaches: ['ada-lindmoser', 'assia-verdonnel', 'beatriz-ribeirinha-douro', 'jonte-pfalzgrafer'],
  },
] as const
const people = ['ada-lindmoser', 'assia-verdonnel', 'beatriz-ribeirinha-douro', 'jonte-pfalzgrafer', undefined] as const
type Slug = (typeof people)[number]

const tables = () => town.database.system.withTables<TrunkTables>()
const visitorOf = async (slug: Slug): Promise<Visitor> => (slug === undefined ? town.visitor : town.as(slug))

async function roomOf(slugs: readonly string[]): Promise<string> {
  const { id } = await tables()
    .insertInto('audience')
    .values({ kind: 'room', created_by: null, forum_id: null, organisation_id: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const slug of slugs)
    await tables()
      .insertInto('audience_person')
      .values({ audience_id: id, person_id: await town.personId(slug) })
      .execute()
  return String(id)
}

async function fieldsFor(
  { audience, reaches }: (typeof secrets)[number],
  ada: Visitor,
): Promise<Record<string, string>> {
  if (audience === 'network') return { audience: '2' }
  if (audience === 'room') return { audience: await roomOf(reaches) }
  if (audience === 'persons') return { audience: 'persons', persons: 'Assia Verdonnel' }
  const form = await ada.page('/questions/new?text=Wer+sieht+das%3F')
  return { audience: /<option value="(\d+)"[^>]*>[^<]*AMBER\+STRICT/.exec(form)?.[1] ?? '' }
}

const paths = new Map<string, string>()
const counts = new Map<Slug, string>()
const countFor = async (slug: Slug): Promise<string> =>
  /class="result-line"[^>]*>([^<]+)</.exec(await (await visitorOf(slug)).page('/questions'))?.[1] ?? ''
beforeAll(async () => {
  town = await openTown()
  for (const slug of people) counts.set(slug, await countFor(slug))
  const ada = await town.as('ada-lindmoser')
  for (const secret of secrets) {
    const text = `Was wisst ihr vom ${secret.word} bei Nacht?`
    paths.set(secret.word, await ask(ada, { text, ...(await fieldsFor(secret, ada)) }))
  }
  while ((await town.work()) > 0);
})

describe.each(secrets)('What is asked for $audience', ({ word, reaches }) => {
  const reached = (slug: Slug): boolean => (reaches as readonly (string | undefined)[]).includes(slug)
  const id = () => idOf(paths.get(word) ?? '')
  /** Everywhere a question can come to light; the words that were typed themselves are taken out. */
  const places = () => [
    '/',
    '/questions',
    '/questions?state=open&language=de&country=AT',
    '/search',
    `/search?q=${word}`,
    `/search/suggestions?q=${word.slice(0, 6)}`,
    '/members/at-graz',
    '/sitemap.xml',
    `/api/v1/search?q=${word}`,
  ]

  test.each(people.filter(reached))('%s reads it, finds it, and is shown it before asking the same', async (slug) => {
    const who = await visitorOf(slug)
    expect((await who.get(paths.get(word) ?? '')).status).toBe(200)
    expect(await who.page('/questions')).toContain(paths.get(word))
    expect(await who.page(`/search?q=${word}`)).toContain(paths.get(word))
    expect(await (await who.post('/questions/new', { text: `Wer kennt den ${word}?` })).text()).toContain(
      paths.get(word),
    )
  })

  test.each(people.filter((slug) => !reached(slug)))('%s meets it nowhere', async (slug) => {
    const who = await visitorOf(slug)
    for (const place of places()) expect(await who.page(place)).not.toContain(`vom ${word}`)
    for (const place of places()) expect(await who.page(place)).not.toContain(paths.get(word))
    const page = await who.get(paths.get(word) ?? '')
    expect([page.status, (await page.text()).includes(word)]).toEqual([404, false])
    for (const way of [`/questions/${id()}/edit`, `/contributions/${id()}/visibility`])
      expect([303, 404]).toContain((await who.get(way)).status)
    for (const act of ['', '/answer', '/answer/end', '/withdrawal'])
      expect([401, 404]).toContain((await who.post(`/questions/${id()}${act}`)).status)
    if (slug === undefined) return
    const asked = await (await who.post('/questions/new', { text: `Wer kennt den ${word}?` })).text()
    expect(asked).not.toContain(paths.get(word))
  })
})

test('What is not asked yet goes to no embedder elsewhere, though what is searched for does', async () => {
  const sent: string[] = []
  const vectorOf = async (words: string) => void sent.push(words)
  const embedder = { model: 'small', embed: async () => [] }
  const meaning: Meaning = { embedder, reach: 'all', sentTo: 'models.example.org', vectorOf, complain: () => undefined }
  const ada = await (await openTown('demonstration', 'http://localhost', meaning)).as('ada-lindmoser')
  const text = 'Wie plant ihr die Beleuchtung im Park?'
  await ada.page('/search?q=Beleuchtung')
  for (const ask of [ada.get(`/questions/new?${new URLSearchParams({ text })}`), ada.post('/questions/new', { text })])
    expect(await (await ask).text()).toContain('id="perhaps"')
  expect(sent).toEqual(['Beleuchtung'])
})

test('Counts grow only for those whom a question reaches', async () => {
  const number = (sentence: string): number => Number(/\d+/.exec(sentence)?.[0] ?? (sentence.startsWith('One') ? 1 : 0))
  const grown = []
  for (const slug of people) grown.push(number(await countFor(slug)) - number(counts.get(slug) ?? ''))
  expect(grown).toEqual([4, 2, 2, 1, 0])
})

test('Nobody asks a room or a city that is not theirs, by whatever number', async () => {
  const beatriz = await town.as('beatriz-ribeirinha-douro')
  const foreign = await roomOf(['jonte-pfalzgrafer'])
  const graz = await tables()
    .selectFrom('audience as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select('a.id')
    .where('o.slug', '=', 'at-graz')
    .executeTakeFirstOrThrow()
  for (const audience of [foreign, String(graz.id), '999999999', '0', 'persons']) {
    const answer = await beatriz.post('/questions', { text: 'Wer liest das, obwohl er nicht soll?', audience })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Wer liest das, obwohl er nicht soll?')
  }
})

test('A reply to named persons is announced without a word of it, also in the subject', async () => {
  const assia = await town.as('assia-verdonnel')
  const path = paths.get('Winkelmurmel') ?? ''
  const before = town.mails.length
  expect(await reply(assia, path, 'Am Winkelmurmel war es still.')).not.toBe('')
  while ((await town.work()) > 0);
  const mails = town.mails.slice(before)
  expect(mails).toHaveLength(1)
  for (const { subject, text, html } of mails) expect(`${subject} ${text} ${html ?? ''}`).not.toMatch(/winkelmurmel/i)
})

test('What is narrowed is gone for the others in the same moment, from list, search and possible answers', async () => {
  const [ada, beatriz] = [await town.as('ada-lindmoser'), await town.as('beatriz-ribeirinha-douro')]
  const path = paths.get('Steigflacker') ?? ''
  const id = idOf(path)
  const own = await fieldsFor(secrets[0], ada)
  const fields = { text: 'Was wisst ihr vom Steigflacker bei Nacht?', title: 'Steigflacker bei Nacht', lang: 'de' }
  expect((await ada.post(`/questions/${id}`, { ...fields, ...own, revision: '1' })).status).toBe(303)
  expect((await beatriz.get(path)).status).toBe(404)
  for (const place of ['/', '/questions', '/search?q=Steigflacker', '/search/suggestions?q=Steigf'])
    expect(await beatriz.page(place)).not.toContain(`/questions/${id}`)
  expect(await (await beatriz.post('/questions/new', { text: 'Wer kennt den Steigflacker?' })).text()).not.toContain(
    `/questions/${id}`,
  )
  const wide = await ada.post(`/questions/${id}`, { ...fields, audience: '1', revision: '2' })
  expect(wide.status).toBe(422)
  expect(await wide.text()).toContain('name="widen"')
  expect((await town.visitor.get(path)).status).toBe(404)
})

test('In the database itself nobody names a reply of another thread, and nobody of another city settles anything', async () => {
  const [ada, beatriz] = [await town.personId('ada-lindmoser'), await town.personId('beatriz-ribeirinha-douro')]
  const id = Number(idOf(paths.get('Hafenknister') ?? ''))
  const elsewhere = sql`(select min(r.id) from reply r where r.contribution_id <> ${id})`
  const name = (personId: number, reply: ReturnType<typeof sql>) =>
    town.database.write({ personId }, async (db) => {
      const { numAffectedRows } =
        await sql`update question set answered_at = now(), reply_id = ${reply} where contribution_id = ${id}`.execute(
          db,
        )
      return numAffectedRows
    })
  await expect(name(ada, elsewhere)).rejects.toThrow(/row-level security/)
  expect(await name(beatriz, sql`null`)).toBe(0n)
  expect(await name(ada, sql`null`)).toBe(1n)
})
