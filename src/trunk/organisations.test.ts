// Cities are called as their reader calls them, on every page that names one.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../testing/app.ts'
import { findAudience } from './audiences.ts'
import { createReply } from './replies.ts'
import type { TrunkTables } from './tables.ts'

let town: Town
let practice: number
beforeAll(async () => {
  town = await openTown()
  const tables = town.database.system.withTables<TrunkTables>()
  const { id, organisation_id } = await tables
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.organisation_id'])
    .where('o.name', '=', 'Vienna')
    .where('c.state', '=', 'published')
    .executeTakeFirstOrThrow()
  practice = id
  await tables.updateTable('person').set({ organisation_id }).where('slug', '=', 'ada-lindmoser').execute()
  const key = { personId: await town.personId('ada-lindmoser') }
  await town.database.write(key, async (db, { person }) => {
    if (person !== undefined) await createReply(db, person, { contributionId: id, lang: 'de', text: 'Gern mehr dazu.' })
  })
})

const reader = { 'accept-language': 'de' }
const german = async (path: string): Promise<string> => (await town.visitor.get(path, reader)).text()
const polish = async (path: string): Promise<string> =>
  (await town.visitor.get(path, { 'accept-language': 'pl' })).text()

test.each(['/practices?country=AT', '/members', '/search?q=vienna'])(
  'on %s a German reader sees Wien, a Polish one Wiedeń',
  async (path) => {
    expect(await german(path)).toMatch(/>Wien<|<mark>Wien</)
    expect(await polish(path)).toMatch(/>Wiedeń<|<mark>Wiedeń</)
  },
)

test('on a practice and its replies a German reader sees Wien, a Polish one Wiedeń', async () => {
  const path = (await town.visitor.get(`/practices/${practice}`)).headers.get('location') ?? ''
  expect((await german(path)).match(/\bWien\b/g)?.length).toBeGreaterThan(1)
  expect((await polish(path)).match(/Wiedeń/g)?.length).toBeGreaterThan(1)
})

test('while typing a German reader is offered Wien, a Polish one Wiedeń', async () => {
  expect(await german('/search/suggestions?q=wie')).toContain('>Wien<')
  expect(await polish('/search/suggestions?q=wie')).toContain('>Wiedeń<')
})

test('Ada of Vienna is of Wien in German, and of Wiedeń in Polish: in the frame, on her home page, in the directory', async () => {
  for (const [lang, name] of [
    ['de', 'Wien'],
    ['pl', 'Wiedeń'],
  ] as const) {
    const ada = await town.as('ada-lindmoser', lang)
    expect(await ada.page('/')).toContain(name)
    expect(await ada.page('/about')).toContain(name)
    expect(await ada.page('/people?q=wien')).toContain(`>${name}<`)
    expect(await ada.page('/people/ada-lindmoser')).toContain(`>${name}<`)
  }
})

test('the audience of an organisation bears its name in the reader’s language', async () => {
  const personId = await town.personId('ada-lindmoser')
  const names = await town.database.read({ personId }, async (db, { audiences }) =>
    Promise.all(audiences.map(async (id) => (await findAudience(db, id, 'de'))?.name)),
  )
  expect(names).toContain('Wien')
})

test('a name that is missing in a language is the registered one', async () => {
  const tables = town.database.system.withTables<TrunkTables>()
  await tables.updateTable('organisation').set({ names: '{"de": "Wien"}' }).where('name', '=', 'Vienna').execute()
  expect(await (await town.visitor.get('/practices?country=AT', { 'accept-language': 'it' })).text()).toContain(
    'Vienna',
  )
})
