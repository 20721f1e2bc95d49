// New since the last visit: on the home page, the search and the list, and nothing that is out of reach.
import { beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../testing/app.ts'
import { fill } from '../../testing/as-owner.ts'
import { change, publish, workAll } from '../features/saved/fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let graz: string
beforeAll(async () => {
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  await workAll(town)
  graz = String(
    await fill(
      town,
      `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'at-graz'`,
    ),
  )
  for (const title of ['Besuchwort alt', 'Besuchwort eng'])
    await publish(town, ada, { title, audience: title.endsWith('eng') ? graz : '2' })
  // Published long ago; Beatriz was here yesterday.
  await fill(town, `update fact set at = at - interval '9 days' where contribution_id is not null`)
  await fill(town, `update contribution set published_at = published_at - interval '9 days'`)
  await fill(
    town,
    `insert into visit (person_id, last_at) values (${await town.personId('beatriz-ribeirinha-douro')}, now() - interval '1 day')`,
  )
})
const marksIn = (html: string): string[] =>
  [...html.matchAll(/state-new">New<[\s\S]*?item-title"><a[^>]*>(.*?)<\/a>/g)].map((found) =>
    (found[1] ?? '').replaceAll(/<[^>]+>/g, ''),
  )
const search = (who: Visitor) => who.page('/search?q=Besuchwort')

test('nothing came: no mark, and not a word about it', async () => {
  const html = await search(beatriz)
  expect(html).toContain('Besuchwort</mark> alt')
  expect([marksIn(html), html.includes('your last visit')]).toEqual([[], false])
})

test('what was published since is marked on all three pages, and the list can be narrowed to it', async () => {
  await publish(town, ada, { title: 'Besuchwort neu' })
  expect(marksIn(await search(beatriz))).toEqual(['Besuchwort neu'])
  expect(await search(beatriz)).toContain('since your last visit on')
  expect(marksIn(await beatriz.page('/'))).toEqual(['Besuchwort neu'])
  expect(marksIn(await beatriz.page('/practices'))).toEqual(['Besuchwort neu'])
  const narrowed = await beatriz.page('/practices?fresh=1')
  expect(narrowed).toMatch(/result-line[^>]*>One practice</)
  expect(narrowed).toContain('Besuchwort neu')
  expect(narrowed).not.toContain('Besuchwort alt')
})

test('an edit makes nothing new, widening does; narrowed again it is neither marked nor counted', async () => {
  const idOf = (title: string) => fill(town, `select id from contribution where title = '${title}'`)
  await change(town, ada, String(await idOf('Besuchwort alt')), { title: 'Besuchwort alt' })
  expect(marksIn(await search(beatriz))).toEqual(['Besuchwort neu'])
  const tight = String(await idOf('Besuchwort eng'))
  await change(town, ada, tight, { title: 'Besuchwort eng' })
  await change(town, ada, tight, { title: 'Besuchwort eng', audience: '2' })
  expect(marksIn(await search(beatriz)).sort()).toEqual(['Besuchwort eng', 'Besuchwort neu'])
  await change(town, ada, tight, { title: 'Besuchwort eng', audience: graz })
  expect(marksIn(await search(beatriz))).toEqual(['Besuchwort neu'])
  expect(await beatriz.page('/practices?fresh=1')).toMatch(/result-line[^>]*>One practice</)
})

test('who is here for the first time, and a visitor, see no marks and no such filter', async () => {
  for (const who of [ada, town.visitor]) {
    expect(marksIn(await search(who))).toEqual([])
    const list = await who.page('/practices?fresh=1')
    expect(list).not.toContain('name="fresh"')
    expect(list).not.toMatch(/result-line[^>]*>One practice</)
  }
})
