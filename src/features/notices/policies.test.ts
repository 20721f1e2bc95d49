// Notices asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'

let town: Town
let door: Door
let ada: number
let beatriz: number
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  ada = await town.personId('ada-lindmoser')
  beatriz = await town.personId('beatriz-ribeirinha-douro')
  for (const table of ['subscription', 'notice', 'notice_rhythm', 'notice_setting'])
    await fill(town, `delete from ${table}`)
  await fill(town, `insert into subscription values (${ada}, 'concept', 'youth')`)
  await fill(town, `insert into notice_rhythm values (${ada}, 'asked', 'never')`)
  await fill(town, `insert into notice_setting (person_id) values (${ada})`)
  await fill(
    town,
    `insert into notice (person_id, contribution_id, fact_id, area, what)
     select ${ada}, c.id, f.id, 'watched', 'new' from contribution c join fact f on f.contribution_id = c.id
     where c.state = 'published' and c.audience_id = 1 and c.author_id <> ${ada} order by f.id limit 1`,
  )
})
afterAll(() => door.close())

const tables = ['subscription', 'notice_rhythm', 'notice_setting', 'notice']

test('nobody finds, changes or deletes what another watches, chose or was told', async () => {
  await door.as(beatriz, async (client) => {
    for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows, table).toEqual([])
    expect(await attempt(client, `delete from subscription`)).toBe('0 rows')
    expect(await attempt(client, `update notice set read_at = now()`)).toBe('0 rows')
    expect(await attempt(client, `update notice_rhythm set rhythm = 'daily'`)).toBe('0 rows')
  })
  await door.as(ada, async (client) => {
    for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows.length, table).toBe(1)
  })
  await door.as(undefined, async (client) => {
    for (const table of tables) expect((await client.query(`select 1 from ${table}`)).rows, table).toEqual([])
  })
})

test('nobody watches or chooses in another’s name', async () => {
  await door.as(beatriz, async (client) => {
    for (const sql of [
      `insert into subscription (person_id, kind, ref) values (${ada}, 'concept', 'lighting')`,
      `insert into notice_rhythm values (${ada}, 'city', 'never')`,
      `insert into notice_setting (person_id) values (${ada})`,
    ])
      expect(await attempt(client, sql), sql).toBe(refused)
  })
})

test('notices are written by the jobs alone; of one’s own, one says no more than that one has read it', async () => {
  await door.as(ada, async (client) => {
    for (const sql of [
      `insert into notice (person_id, contribution_id, fact_id, area, what) select ${ada}, contribution_id, fact_id + 1, 'asked', 'new' from notice`,
      `update notice set person_id = ${beatriz}`,
      'update notice set mailed_at = now()',
      `update notice set why = '[]'`,
      'delete from notice',
      'select * from notice_later',
      'select app.keeps_away(1, 2)',
    ])
      expect(await attempt(client, sql), sql).toBe(refused)
    expect(await attempt(client, 'update notice set read_at = now()')).toBe('1 rows')
  })
})
