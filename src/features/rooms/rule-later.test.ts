// The Chatham House Rule begins to hold in a room where people have already said things: from that moment search tells of none of them which city it was.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { rowsOf } from '../../../testing/as-owner.ts'
import { adopt, publishPractice } from '../adoptions/fixtures.ts'
import { pollFields } from '../polls/fixtures.ts'
import { saveFor } from '../saved/fixtures.ts'
import { bringIn, foundBy, openIn } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let room: number
let token: string
const work = async () => {
  while ((await town.work()) > 0);
}
const title = 'Flurbelwort'
const kinds = ['adoption', 'document', 'poll', 'practice', 'question', 'thread']

beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  room = await foundBy(ada, { name: 'Open talk', entry: 'invitation' })
  await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
  const given = { title, lang: 'en', audience: String(room) }
  await openIn(beatriz, room, title)
  const file = new File(['words'], 'plan.txt')
  expect((await beatriz.post(`/rooms/${room}/documents`, { title, lang: 'en', file })).status).toBe(303)
  expect((await beatriz.post('/questions', { ...given, text: 'How do you do it?' })).status).toBe(303)
  expect((await beatriz.post('/polls', { ...pollFields(town), ...given })).status).toBe(303)
  await publishPractice(beatriz, given)
  await adopt(beatriz, await publishPractice(ada), given)
  await work()
  const made = await (await ada.post('/account/tokens', { name: 'search' })).text()
  token = /(?<![\w-])[\w-]{43}(?![\w-])/.exec(made.split('<main')[1] ?? '')?.[0] ?? ''
}, 60_000)

const kept = () =>
  rowsOf<{ kind: string; named: boolean }>(
    town,
    `select kind, num_nonnulls(organisation_id, organisation_name, organisation_slug, country, population) > 0 as named
      from search_document where title = '${title}' order by kind`,
  )
const seen = async () => {
  const html = await ada.page(`/search?q=${title}`)
  const answer = await town.visitor.get(`/api/v1/search?q=${title}`, { authorization: `Bearer ${token}` })
  const { total, facets } = (await answer.json()) as { total: number; facets: { country?: { value: string }[] } }
  const countries = (facets.country ?? []).map(({ value }) => value)
  return { names: /Porto\b|Portugal/.test(html), total, countries }
}

test('a saved search is not told of a city that search does not tell', async () => {
  const ruled = await foundBy(ada, { name: 'Under the rule', entry: 'invitation', chatham: 'yes' })
  await bringIn(ada, ruled, beatriz, 'Beatriz Ribeirinha Douro')
  for (const search of ['q=Grummelwort&country=PT', 'q=Grummelwort']) await saveFor(ada, search, 'at-once')
  await openIn(beatriz, ruled, 'Grummelwort')
  await work()
  const answered = await rowsOf<{ country: boolean }>(
    town,
    `select s.filters::text like '%PT%' as country from saved_match m join saved_search s on s.id = m.saved_search_id
      join contribution c on c.id = m.contribution_id where c.title = 'Grummelwort'`,
  )
  expect(answered).toEqual([{ country: false }])
})

test('before, search tells the city of each', async () => {
  expect(await kept()).toEqual(kinds.map((kind) => ({ kind, named: true })))
  expect(await seen()).toEqual({ names: true, total: 6, countries: ['PT'] })
})

test('from the moment of the rule it tells of none, and finds each again by its words', async () => {
  const fields = { name: 'Open talk', aim: 'Talk.', lang: 'en', entry: 'invitation', chatham: 'yes', revision: '1' }
  expect((await ada.post(`/rooms/${room}`, fields)).status).toBe(303)
  expect(await seen()).toMatchObject({ names: false, countries: [] })
  await work()
  expect(await kept()).toEqual(kinds.map((kind) => ({ kind, named: false })))
  expect(await seen()).toEqual({ names: false, total: 6, countries: [] })
  // How search does it stands in nobody's history.
  const [practice] = await rowsOf<{ id: number }>(
    town,
    `select id from contribution where title = '${title}' and kind = 'practice'`,
  )
  expect(await beatriz.page(`/contributions/${practice?.id}/visibility`)).not.toContain('the entry that stays')
  expect((await ada.page(`/search?q=${title}&country=PT`)).includes('/threads/')).toBe(false)
})
