// Co-authors, asked of PostgreSQL itself: what they may write is the words, and only while they are who was named.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown } from '../app.ts'
import { type Stage, setStage } from '../protection/stage.ts'
import { attempt, type Door, openDoor, refused } from './as-person.ts'

let stage: Stage
let door: Door
let draft: number
beforeAll(async () => {
  const town = await openTown()
  stage = await setStage(town)
  door = await openDoor(town)
  draft = stage.pieces.find(({ name, kind }) => name === 'draft' && kind === 'practice')?.id ?? 0
})
afterAll(async () => {
  await door.close()
  await stage.owner.end()
})

const name = (joined: boolean, organisation = stage.organisations['other forum']) =>
  stage.owner.query(
    `insert into co_author (contribution_id, person_id, organisation_id, named_by, joined_at) values ($1, $2, $3, $4, $5)
     on conflict (contribution_id, person_id) do update set organisation_id = excluded.organisation_id, joined_at = excluded.joined_at`,
    [draft, stage.persons['other forum'], organisation, stage.persons.author, joined ? new Date() : null],
  )
const asAssia = <Value>(work: Parameters<Door['as']>[1]): Promise<Value> =>
  door.as(stage.persons['other forum'], work) as Promise<Value>
const seen = async (): Promise<unknown[]> =>
  asAssia(async (client) => (await client.query('select id from contribution where id = $1', [draft])).rows)

test('named and not joined: reads it, changes nothing, is shown to nobody but those who steer it', async () => {
  await name(false)
  expect(await seen()).toHaveLength(1)
  await asAssia(async (client) => {
    expect(await attempt(client, `update contribution set title = 'x' where id = ${draft}`)).toBe('0 rows')
    expect(await attempt(client, `update practice set problem = 'x' where contribution_id = ${draft}`)).toBe('0 rows')
  })
})

test('joined: changes the words; audience, state and organisation are refused by the database', async () => {
  await name(true)
  await asAssia(async (client) => {
    expect(await attempt(client, `update contribution set title = 'Together' where id = ${draft}`)).toBe('1 rows')
    expect(await attempt(client, `update practice set problem = 'x' where contribution_id = ${draft}`)).toBe('1 rows')
    for (const set of ['audience_id = 1', `state = 'published'`, `state = 'withdrawn'`, 'published_at = now()'])
      expect(await attempt(client, `update contribution set ${set} where id = ${draft}`), set).toBe(refused)
    const more = `insert into co_author (contribution_id, person_id, organisation_id, named_by) values ($1, $2, $3, $4)`
    const values = [draft, stage.persons.named, stage.organisations.named, stage.persons['other forum']]
    expect(await attempt(client, more, values)).toBe(refused)
  })
})

test('whoever decides about it gives it to nobody out of their own reach, past every form', async () => {
  const foreign = 'select id from audience where organisation_id = $1'
  const { rows } = await stage.owner.query(foreign, [stage.organisations['other forum']])
  await door.as(stage.persons.author, async (client) => {
    expect(await attempt(client, `update contribution set audience_id = ${rows[0].id} where id = ${draft}`)).toBe(
      refused,
    )
    expect(await attempt(client, `update contribution set audience_id = 2 where id = ${draft}`)).toBe('1 rows')
  })
})

test('in another organisation than the one they were named in, nothing is left', async () => {
  await name(true, stage.organisations.named)
  expect(await seen()).toEqual([])
  await asAssia(async (client) => {
    expect(await attempt(client, `update contribution set title = 'x' where id = ${draft}`)).toBe('0 rows')
    expect(await attempt(client, `update co_author set joined_at = now() where contribution_id = ${draft}`)).toBe(
      '0 rows',
    )
  })
})

test('nobody names themselves, names somebody into another organisation, or joins for somebody else', async () => {
  await stage.owner.query('delete from co_author where contribution_id = $1', [draft])
  const sql = 'insert into co_author (contribution_id, person_id, organisation_id, named_by) values ($1, $2, $3, $4)'
  const who = stage.persons['other forum']
  await asAssia(async (client) => {
    expect(await attempt(client, sql, [draft, who, stage.organisations['other forum'], who])).toBe(refused)
  })
  await door.as(stage.persons.author, async (client) => {
    const by = stage.persons.author
    expect(await attempt(client, sql, [draft, who, stage.organisations.named, by])).toBe(refused)
    expect(await attempt(client, sql, [draft, by, stage.organisations.author, by])).toBe(refused)
    expect(await attempt(client, sql, [draft, who, stage.organisations['other forum'], by])).toBe('1 rows')
    expect(await attempt(client, `update co_author set joined_at = now() where person_id = ${who}`)).toBe('0 rows')
  })
})
