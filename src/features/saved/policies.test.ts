// Saved searches asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let door: Door
let ada: number
let beatriz: number
let search: number
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.personId('ada-lindmoser')
  beatriz = await town.personId('beatriz-ribeirinha-douro')
  await fill(town, 'delete from saved_search')
  search = await fill(town, `${insertSql.replace('$1', String(ada))} returning id`)
})
afterAll(() => door.close())

const insertSql = `insert into saved_search (person_id, name, text, lang, keys) values ($1, 'x', 'x', 'en', '{}')`

test('nobody saves in another’s name, and nobody finds, changes, gives away or deletes what another saved', async () => {
  await door.as(beatriz, async (client) => {
    expect((await client.query('select 1 from saved_search')).rows).toEqual([])
    expect(await attempt(client, insertSql, [ada])).toBe(refused)
    expect(await attempt(client, insertSql, [beatriz])).toBe('1 rows')
    for (const change of [`name = 'mine'`, `rhythm = 'daily'`, 'looked_at = now()', 'alerts_from = now()'])
      expect(await attempt(client, `update saved_search set ${change} where id = ${search}`), change).toBe('0 rows')
    expect(await attempt(client, `delete from saved_search where id = ${search}`)).toBe('0 rows')
  })
  await door.as(ada, async (client) => {
    for (const change of [`person_id = ${beatriz}`, `keys = '{0}'`, `created_at = '2000-01-01'`, `text = 'y'`])
      expect(await attempt(client, `update saved_search set ${change}`), change).toBe(refused)
  })
})

test('a match is a row only for whose search it is, and only while the contribution is within reach', async () => {
  const thing = await fill(town, `select min(id) from contribution where state = 'published' and audience_id = 1`)
  await fill(town, `insert into saved_match (saved_search_id, contribution_id) values (${search}, ${thing})`)
  const seenBy = (who: number | undefined) =>
    door.as(who, async (client) => (await client.query('select 1 from saved_match')).rows.length)
  expect([await seenBy(ada), await seenBy(beatriz), await seenBy(undefined)]).toEqual([1, 0, 0])
  const far = `(select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'de-kaiserslautern')`
  await fill(town, `update contribution set audience_id = ${far} where id = ${thing}`)
  expect(await seenBy(ada)).toBe(0)
})

test('matches and alerts are written by the jobs alone, and alerts read by nobody', async () => {
  await door.as(ada, async (client) => {
    for (const sql of [
      `insert into saved_match (saved_search_id, contribution_id) values (${search}, 1)`,
      'update saved_match set told_at = now()',
      'delete from saved_match',
      'select * from saved_alert',
      `insert into saved_alert (person_id, contribution_id) values (${ada}, 1)`,
      'delete from saved_alert',
    ])
      expect(await attempt(client, sql), sql).toBe(refused)
  })
})
