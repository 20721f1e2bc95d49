// Folders asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let door: Door
let jonte: number
let beatriz: number
let room: number
let city: number
let shared: number
let practice: number
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  jonte = await town.personId('jonte-pfalzgrafer')
  beatriz = await town.personId('beatriz-ribeirinha-douro')
  room = await fill(town, `insert into audience (kind) values ('room') returning id`)
  for (const id of [jonte, beatriz]) await fill(town, `insert into audience_person values (${room}, ${id})`)
  city = await fill(
    town,
    `select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.id = ${jonte}`,
  )
  shared = await fill(
    town,
    `insert into bookmark_folder (owner_id, name, audience_id) values (${jonte}, 'Shared', ${room}) returning id`,
  )
  practice = await fill(town, `select id from contribution where audience_id = 1 and state = 'published' limit 1`)
})
afterAll(() => door.close())

const beginSql = 'insert into bookmark_folder (owner_id, name, audience_id) values ($1, $2, $3)'
const keepSql = 'insert into bookmark (folder_id, contribution_id, added_by) values ($1, $2, $3)'

test('Beatriz begins a folder in her own name, for herself or a room she is in: for no other audience', async () => {
  const named = await fill(town, `insert into audience (kind, created_by) values ('persons', ${beatriz}) returning id`)
  await fill(town, `insert into audience_person values (${named}, ${beatriz})`)
  await door.as(beatriz, async (client) => {
    expect(await attempt(client, beginSql, [beatriz, 'x', null])).toBe('1 rows')
    expect(await attempt(client, beginSql, [beatriz, 'x', room])).toBe('1 rows')
    expect(await attempt(client, beginSql, [jonte, 'x', null])).toBe(refused)
    for (const audience of [1, 2, city, named])
      expect(await attempt(client, beginSql, [beatriz, 'x', audience])).toBe(refused)
  })
})

test('what is shared with her she does not rename, take over, hide or delete', async () => {
  await door.as(beatriz, async (client) => {
    for (const change of [`name = 'Mine'`, `owner_id = ${beatriz}`, 'audience_id = null'])
      expect(await attempt(client, `update bookmark_folder set ${change} where id = ${shared}`), change).toBe('0 rows')
    expect(await attempt(client, `delete from bookmark_folder where id = ${shared}`)).toBe('0 rows')
  })
})

test('nobody gives a folder to somebody else, and nobody keeps in another’s name', async () => {
  await door.as(jonte, async (client) => {
    const give = `update bookmark_folder set owner_id = ${beatriz} where id = ${shared}`
    expect(await attempt(client, give)).toBe(refused)
    expect(await attempt(client, keepSql, [shared, practice, beatriz])).toBe(refused)
    expect(await attempt(client, keepSql, [shared, practice, jonte])).toBe('1 rows')
    expect(await attempt(client, `update bookmark set note = 'x'`)).toBe(refused)
  })
})

test('a visitor finds no folder and no bookmark, in no table', async () => {
  await fill(
    town,
    `insert into bookmark (folder_id, contribution_id, added_by) values (${shared}, ${practice}, ${jonte})`,
  )
  await door.as(undefined, async (client) => {
    for (const table of ['bookmark_folder', 'bookmark'])
      expect((await client.query(`select 1 from ${table}`)).rows, table).toEqual([])
    expect(await attempt(client, keepSql, [shared, practice, jonte])).toBe(refused)
    expect(await attempt(client, 'delete from bookmark')).toBe('0 rows')
  })
})
