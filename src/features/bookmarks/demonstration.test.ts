// The folders that the demonstration brings: whose they are, who opens them, and that loading twice changes nothing.
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { loadFolders } from './demonstration.ts'
import { emptyShelves } from './fixtures.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    select 'karla', 'Karla Grazer', 'karla@stage.example', 'colleague', organisation_id, 'de' from person where slug = 'ada-lindmoser'`,
  )
})

const shared = 'Abend und Nacht: für die Vorlage im Mai'
const load = () => loadFolders({ ...testJobs(town.database.system, town.dataDir), folder: join(projectRoot, 'demo') })
const everything = async (): Promise<unknown> =>
  (
    await sql`select f.*, b.* from bookmark_folder f join bookmark b on b.folder_id = f.id order by 1, b.contribution_id`.execute(
      town.database.system.withTables(),
    )
  ).rows

test('Ada has a folder of her own and one for Graz; Karla of Graz opens only the second, Assia of Lyon neither', async () => {
  const [ada, karla, assia] = await Promise.all(
    ['ada-lindmoser', 'karla', 'assia-verdonnel'].map((who) => town.as(who)),
  )
  const names = async (who: typeof ada) => (await who?.page('/bookmarks')) ?? ''
  for (const name of [shared, 'In Ruhe lesen']) expect(await names(ada)).toContain(name)
  expect(await names(karla)).toContain(shared)
  expect(await names(karla)).not.toContain('In Ruhe lesen')
  const lyon = await names(assia)
  expect(lyon).toContain('À lire avant la réunion de mars')
  for (const name of [shared, 'In Ruhe lesen']) expect(lyon).not.toContain(name)
})

test('each person sees every kept thing of their folder: nothing was kept that is out of their reach', async () => {
  for (const who of ['ada-lindmoser', 'assia-verdonnel']) {
    const visitor = await town.as(who)
    const folders = [...(await visitor.page('/bookmarks')).matchAll(/href="(\/bookmarks\/\d+)"/g)].map(
      ([, path]) => path,
    )
    for (const path of new Set(folders)) expect(await visitor.page(path ?? '')).toContain('4 contributions')
  }
})

test('nothing was kept before it could be read', async () => {
  const early = sql`select c.title from bookmark b join contribution c on c.id = b.contribution_id where b.added_at < c.published_at`
  expect((await early.execute(town.database.system.withTables())).rows).toEqual([])
})

test('loaded a second time, nothing has changed', async () => {
  const before = await everything()
  await load()
  expect(await everything()).toEqual(before)
  expect(before).toHaveLength(12)
})

test('loaded where the folders are gone, they are back', async () => {
  const before = (await everything()) as unknown[]
  await emptyShelves(town)
  expect(await everything()).toEqual([])
  await load()
  expect(await everything()).toHaveLength(before.length)
})
