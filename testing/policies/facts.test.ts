// The audit trail is made of facts: nobody rewrites what happened, and nobody invents it for others.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown } from '../app.ts'
import { roles } from '../protection/cast.ts'
import { type Stage, setStage } from '../protection/stage.ts'
import { attempt, type Door, openDoor, refused } from './as-person.ts'

let stage: Stage
let door: Door
beforeAll(async () => {
  const town = await openTown()
  stage = await setStage(town)
  door = await openDoor(town)
})
afterAll(async () => {
  await door.close()
  await stage.owner.end()
})

const idOf = (name: string): number => stage.pieces.find((piece) => piece.name === name)?.id ?? 0
const insert =
  'insert into fact (name, actor_id, organisation_id, contribution_id, audience_id) values ($1, $2, $3, $4, $5)'

test('nobody changes or deletes a fact', async () => {
  for (const role of roles)
    await door.as(stage.persons[role], async (client) => {
      expect(await attempt(client, `update fact set name = 'nothing.happened'`), role).toBe(refused)
      expect(await attempt(client, 'update fact set queued_at = null'), role).toBe(refused)
      expect(await attempt(client, 'delete from fact'), role).toBe(refused)
    })
})

test('Assia records what she did, in her own name only', async () => {
  const { 'other forum': assia, author } = stage.persons
  const { 'other forum': lyon, author: kaiserslautern } = stage.organisations
  await door.as(assia, async (client) => {
    const open = idOf('public')
    expect(await attempt(client, insert, ['reply.given', assia, lyon, open, 1])).toBe('1 rows')
    expect(await attempt(client, insert, ['reply.given', author, kaiserslautern, open, 1])).toBe(refused)
    expect(await attempt(client, insert, ['reply.given', null, null, open, 1])).toBe(refused)
    expect(await attempt(client, insert, ['reply.given', assia, kaiserslautern, open, 1])).toBe(refused)
  })
})

test('nobody writes into the history of a contribution out of reach, or to an audience out of reach', async () => {
  const { 'other forum': assia } = stage.persons
  const { 'other forum': lyon } = stage.organisations
  await door.as(assia, async (client) => {
    expect(await attempt(client, insert, ['audience.changed', assia, lyon, idOf('organisation'), 1])).toBe(refused)
    expect(await attempt(client, insert, ['audience.changed', assia, lyon, idOf('draft'), null])).toBe(refused)
    expect(await attempt(client, insert, ['reply.given', assia, lyon, null, stage.audiences.forum])).toBe(refused)
  })
})

test('the moment and the number of a fact come from the database', async () => {
  const { author } = stage.persons
  await door.as(author, async (client) => {
    const backdated = `insert into fact (name, actor_id, at) values ('reply.given', $1, '2020-01-01')`
    expect(await attempt(client, backdated, [author])).toBe(refused)
    const heard = `insert into fact (name, actor_id, queued_at) values ('reply.given', $1, now())`
    expect(await attempt(client, heard, [author])).toBe(refused)
  })
})

test('what happened in a draft is known to its author and the system', async () => {
  await stage.owner.query(insert, [
    'practice.drafted',
    stage.persons.author,
    stage.organisations.author,
    idOf('draft'),
    null,
  ])
  for (const role of roles) {
    const { rows } = await door.as(stage.persons[role], (client) =>
      client.query(`select 1 from fact where name = 'practice.drafted' and contribution_id = $1`, [idOf('draft')]),
    )
    expect(rows.length > 0, role).toBe(role === 'author')
  }
})

test('a visitor records nothing about a contribution that is not public', async () => {
  await door.as(undefined, async (client) => {
    expect(await attempt(client, insert, ['reply.given', null, null, idOf('network'), null])).toBe(refused)
    expect(await attempt(client, insert, ['reply.given', stage.persons.author, null, idOf('public'), 1])).toBe(refused)
  })
})
