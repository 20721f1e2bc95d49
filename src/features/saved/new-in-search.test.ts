// What is new in a saved search: counted and marked as far as it is within reach, until one has looked it through.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { idIn, publish, saveFor, workAll } from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let path: string
beforeAll(async () => {
  town = await openTown()
  await fill(town, 'delete from saved_search')
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  await workAll(town)
  await publish(town, ada, { title: 'Markenwort alt' })
  path = await saveFor(beatriz, 'q=Markenwort', 'never')
})
const run = () => beatriz.page(`/search?q=Markenwort&saved=${idIn(path)}`)
const list = () => beatriz.page('/saved-searches')

test('what came since is counted, named above the answers and marked among them; what was there is not', async () => {
  expect(await run()).toContain('Nothing new since')
  await publish(town, ada, { title: 'Markenwort frisch' })
  expect(await list()).toContain('1 new')
  expect(await beatriz.page('/')).toContain('One new contribution fits your searches')
  const html = await run()
  expect(html).toContain('One new contribution since')
  expect(html.match(/state-new">New</g)).toHaveLength(1)
  expect(html.slice(html.indexOf('state-new">New<'))).toMatch(/^[\s\S]{0,600}frisch/)
})

test('reading changes nothing; “Seen” does, and leads back to the search', async () => {
  await run()
  expect(await list()).toContain('1 new')
  expect((await beatriz.post(`${path}/look`)).headers.get('location')).toBe(`/search?q=Markenwort&saved=${idIn(path)}`)
  expect(await list()).not.toContain('1 new')
  expect(await run()).toContain('Nothing new since')
})

test('two hundred at once are counted, on the list as above the answers, though not all of them are marked', async () => {
  const id = await fill(town, `select id from saved_search where text = 'Markenwort'`)
  await fill(
    town,
    `with fresh as (
      insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
      select kind, title || n, lang, author_id, organisation_id, audience_id, state, now()
      from contribution, generate_series(1, 200) n where title = 'Markenwort frisch' returning id
    ) insert into saved_match (saved_search_id, contribution_id) select ${id}, id from fresh`,
  )
  expect(await list()).toContain('200 new')
  expect(await run()).toContain('200 new contributions since')
  await fill(town, `delete from contribution where title like 'Markenwort frisch_%'`)
})

test('a count tells of nothing out of reach: narrowed, it is gone; widened, it is back', async () => {
  await fill(town, `update saved_search set looked_at = '2020-01-01'`)
  expect(await list()).toContain('1 new')
  const graz = `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`
  await fill(town, `update contribution set audience_id = (${graz}) where title = 'Markenwort frisch'`)
  expect(await list()).not.toContain('1 new')
  expect(await beatriz.page('/')).not.toContain('fits your searches')
  expect(await run()).not.toContain('frisch')
  await fill(town, `update contribution set audience_id = 2 where title = 'Markenwort frisch'`)
  expect(await list()).toContain('1 new')
})
