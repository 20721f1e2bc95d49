// What each may read, asked of PostgreSQL itself: every table with rows about contributions, also those of tomorrow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown } from '../app.ts'
import { roles, sees } from '../protection/cast.ts'
import { aboutContributions, columnsOf } from '../protection/seed-rows.ts'
import { type Stage, setStage } from '../protection/stage.ts'
import { attempt, type Door, openDoor } from './as-person.ts'

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

const named = (ids: ReadonlySet<number>): string[] =>
  stage.pieces.filter(({ id }) => ids.has(id)).map(({ kind, name }) => `${kind}: ${name}`)
const idsFrom = (rows: readonly Record<string, unknown>[]): Set<number> => new Set(rows.map((row) => Number(row['id'])))

/** A room that one can join, or ask to, is known by its name and its hosts; a room by invitation is not. */
async function tellsItself(table: string, audience: number): Promise<boolean> {
  if (table !== 'room' && table !== 'audience_person') return false
  const { rows } = await stage.owner.query(`select 1 from room where audience_id = $1 and entry <> 'invitation'`, [
    audience,
  ])
  return rows.length === 1
}

describe.each(roles)('%s', (role) => {
  test('sees exactly the contributions that the audience’s definition promises', async () => {
    const seen = await door.as(stage.persons[role], (client) => client.query('select id from contribution'))
    const promised = new Set(stage.pieces.filter((piece) => sees(role, piece)).map(({ id }) => id))
    expect(named(idsFrom(seen.rows))).toEqual(named(promised))
  })

  test('finds in no table a row about a contribution out of reach', async () => {
    const hidden = new Set(stage.pieces.filter((piece) => !sees(role, piece)).map(({ id }) => id))
    const leaks: string[] = []
    await door.as(stage.persons[role], async (client) => {
      for (const [table, names] of aboutContributions(stage.columns))
        for (const name of names) {
          // What is left of a withdrawn thing is told to those who could see it; matrix and discussion say to whom.
          if (table === 'withdrawal') continue
          const readable = columnsOf(stage.columns, table).some((column) => column.name === name && column.readable)
          if (!readable) continue
          // What two cities agreed stays with both, and nothing else of a visit does; its own tests say what.
          const still = table === 'visit_wish' ? 'agreed_with is null' : 'true'
          const { rows } = await client.query(
            `select ${name} as id from "${table}" where ${name} is not null and ${still}`,
          )
          for (const id of idsFrom(rows)) if (hidden.has(id)) leaks.push(`${table}.${name}: ${named(new Set([id]))}`)
        }
    })
    expect(leaks).toEqual([])
  })

  test('finds no row of an audience that does not reach them', async () => {
    const { rows } = await stage.owner.query<{ ids: string }>('select app.audiences_of($1) as ids', [
      stage.persons[role] ?? null,
    ])
    const reached = role === 'visitor' || role === 'former' ? ['1'] : (rows[0]?.ids.split(',') ?? [])
    const own = new Set(
      stage.pieces.filter((piece) => sees(role, piece)).map(({ audience }) => stage.audiences[audience]),
    )
    const leaks: string[] = []
    await door.as(stage.persons[role], async (client) => {
      for (const column of stage.columns.filter(({ name, target }) => target === 'audience' || name === 'audience')) {
        if (!column.readable || column.type !== 'integer') continue
        const found = await client.query(
          `select distinct ${column.name} as id from "${column.table}"
          where ${column.name} is not null and not (${column.name} = any ($1))`,
          [[...reached.map(Number), ...own]],
        )
        for (const row of found.rows)
          if (!(await tellsItself(column.table, row.id))) leaks.push(`${column.table}: audience ${row.id}`)
      }
    })
    expect(leaks).toEqual([])
  })
})

test('a connection that entered nobody sees no contribution at all', async () => {
  const seen = await door.as(undefined, async (client) => {
    await client.query(`select set_config('app.audiences', '', true)`)
    return client.query('select id from contribution')
  })
  expect(seen.rows).toEqual([])
})

test('after Jonte’s transaction nothing of him is left on the connection', async () => {
  await door.as(stage.persons.author, (client) => client.query('select 1'))
  const after = await door.as(undefined, (client) =>
    client.query('select app.person(), app.organisation(), app.role()'),
  )
  expect(after.rows).toEqual([{ person: null, organisation: null, role: null }])
})

test.each([
  ['addresses of persons', 'select email from person'],
  ['secrets of sessions', 'select token_hash from session'],
  ['secrets of tokens', 'select token_hash from personal_token'],
  ['passwords', 'select password_hash from password_sign_in'],
  ['sign-in links', 'select * from sign_in_link'],
  ['queued jobs', 'select * from pgboss.job'],
  ['other people’s audiences', 'select app.audiences_of(1)'],
])('nobody reads %s', async (_, sql) => {
  for (const role of roles) {
    const outcome = await door.as(stage.persons[role], (client) => attempt(client, sql))
    expect(['42501', '3F000'], `${role}: ${outcome}`).toContain(outcome)
  }
})
