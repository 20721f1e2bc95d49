// What nobody can write: every table with rows about contributions is attacked with rows, changes and deletions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown } from '../app.ts'
import { changes, roles, sees } from '../protection/cast.ts'
import { aboutContributions, columnsOf, type Row } from '../protection/seed-rows.ts'
import { type Piece, type Stage, setStage } from '../protection/stage.ts'
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

const attackers = roles.filter((role) => role !== 'author' && role !== 'coordinator')
/** The kinds have the same policies on the trunk; their own tables are all attacked through their own pieces. */
const targets = (): readonly Piece[] => stage.pieces

const insertOf = (table: string, row: Row): { sql: string; values: unknown[] } => {
  const names = columnsOf(stage.columns, table)
    .filter(
      ({ insertable, automatic, name }) => insertable && !automatic && row[name] !== null && row[name] !== undefined,
    )
    .map(({ name }) => name)
  const places = names.map((_, index) => `$${index + 1}`).join(', ')
  return {
    sql: `insert into "${table}" (${names.join(', ')}) values (${places})`,
    values: names.map((name) => row[name]),
  }
}

/** The same row in the attacker's own name: their id and organisation wherever a person or an organisation stands. */
const inOwnName = (table: string, row: Row, person: number | undefined, organisation: number | undefined): Row => {
  const own: Record<string, unknown> = { ...row }
  for (const { name, target } of columnsOf(stage.columns, table)) {
    if (target === 'person') own[name] = person ?? null
    if (target === 'organisation') own[name] = organisation ?? null
  }
  return own
}

const insertableTables = (): string[] =>
  [...aboutContributions(stage.columns).keys()].filter((table) =>
    columnsOf(stage.columns, table).some(({ insertable }) => insertable),
  )

/** Thousands of statements each: on a machine with other work that takes its time. Milliseconds. */
const manyTries = 300_000

describe.each(attackers)('%s', (role) => {
  test(
    'hangs nothing on a contribution out of reach, not in their own name either',
    async () => {
      const hits: string[] = []
      await door.as(stage.persons[role], async (client) => {
        for (const piece of targets().filter((one) => !sees(role, one)))
          for (const table of insertableTables()) {
            const row = piece.rows.get(table)
            if (row === undefined) continue
            const own = inOwnName(table, row, stage.persons[role], stage.organisations[role])
            for (const forged of [row, own]) {
              const { sql, values } = insertOf(table, forged)
              const outcome = await attempt(client, sql, values)
              if (outcome !== refused) hits.push(`${table} on ${piece.name}: ${outcome}`)
            }
          }
      })
      expect(hits).toEqual([])
    },
    manyTries,
  )

  test(
    'writes nothing in the author’s name, and nothing that belongs to the author alone',
    async () => {
      const hits: string[] = []
      await door.as(stage.persons[role], async (client) => {
        for (const piece of targets())
          for (const table of insertableTables()) {
            const row = piece.rows.get(table)
            if (row === undefined) continue
            const { sql, values } = insertOf(table, row)
            const outcome = await attempt(client, sql, values)
            if (outcome !== refused) hits.push(`${table} on ${piece.name}: ${outcome}`)
          }
      })
      expect(hits).toEqual([])
    },
    manyTries,
  )

  test('changes and deletes nothing of it', async () => {
    const hits: string[] = []
    await door.as(stage.persons[role], async (client) => {
      for (const [table, names] of [['contribution', ['id']] as const, ...aboutContributions(stage.columns)]) {
        const set = columnsOf(stage.columns, table).find(({ updatable }) => updatable)?.name ?? names[0]
        const ids = stage.pieces.filter((piece) => !changes(role, piece)).map(({ id }) => id)
        for (const what of [`delete from "${table}"`, `update "${table}" set ${set} = ${set}`]) {
          const sql = `${what} where ${names[0]} = any ($1::int[])`
          // All at once is quick. What refuses one row could hide that another is let through: then one by one.
          const whole = await attempt(client, sql, [ids])
          if (whole === '0 rows') continue
          for (const id of ids) {
            const outcome = await attempt(client, sql, [[id]])
            if (outcome !== refused && outcome !== '0 rows') hits.push(`${what} of ${id}: ${outcome}`)
          }
        }
      }
    })
    expect(hits).toEqual([])
  })
})

test('the coordinator cannot take over what is for named persons, nor give a contribution to another city', async () => {
  await door.as(stage.persons.coordinator, async (client) => {
    const red = stage.pieces.find(({ name }) => name === 'persons')
    const open = stage.pieces.find(({ name }) => name === 'public')
    const widen = `update contribution set audience_id = 2 where id = ${red?.id}`
    expect(await attempt(client, widen)).toBe('0 rows')
    expect(await attempt(client, `update contribution set organisation_id = 1 where id = ${open?.id}`)).toBe(refused)
    expect(await attempt(client, `update contribution set author_id = 1 where id = ${open?.id}`)).toBe(refused)
    expect(
      await attempt(client, `update contribution set audience_id = ${stage.audiences.room} where id = ${open?.id}`),
    ).toBe(refused)
  })
})

test('nobody names themselves into an audience, and only the one who made an audience names others', async () => {
  const name = `insert into audience_person values (${stage.audiences.persons}, $1)`
  for (const role of attackers.filter((one) => one !== 'visitor' && one !== 'named')) {
    const outcome = await door.as(stage.persons[role], (client) => attempt(client, name, [stage.persons[role]]))
    expect(outcome, role).toBe(refused)
  }
  await door.as(stage.persons.author, async (client) => {
    const room = `insert into audience_person values (${stage.audiences.room}, $1)`
    expect(await attempt(client, room, [stage.persons.colleague])).toBe(refused)
  })
})

test('nobody makes an audience other than of named persons, or in somebody else’s name', async () => {
  const make = (kind: string, by: number | undefined) =>
    door.as(stage.persons.colleague, (client) =>
      attempt(client, 'insert into audience (kind, created_by) values ($1, $2)', [kind, by]),
    )
  expect(await make('persons', stage.persons.colleague)).toBe('1 rows')
  expect(await make('persons', stage.persons.author)).toBe(refused)
  for (const kind of ['public', 'network', 'room']) expect(await make(kind, stage.persons.colleague)).toBe(refused)
})

test('nobody gives themselves a role, an organisation, a forum or a way in', async () => {
  await door.as(stage.persons.colleague, async (client) => {
    const own = `where id = ${stage.persons.colleague}`
    for (const set of [
      `role = 'office'`,
      'organisation_id = 1',
      'forum_id = 1',
      'left_at = null',
      `email = 'x@y.example'`,
    ])
      expect(await attempt(client, `update person set ${set} ${own}`), set).toBe(refused)
    expect(await attempt(client, `update person set name = 'Other' where id = ${stage.persons.author}`)).toBe('0 rows')
    expect(await attempt(client, 'update organisation set active = true')).toBe(refused)
    expect(await attempt(client, 'insert into forum_member values (1, 1)')).toBe(refused)
    const session = `insert into session (person_id, token_hash, expires_at) values ($1, 'x', now() + interval '1 day')`
    expect(await attempt(client, session, [stage.persons.author])).toBe(refused)
    const token = `insert into personal_token (person_id, name, token_hash, expires_at) values ($1, 'x', 'x', now())`
    expect(await attempt(client, token, [stage.persons.author])).toBe(refused)
    expect(await attempt(client, `delete from session where person_id = ${stage.persons.author}`)).toBe('0 rows')
    expect(await attempt(client, `select app.let_go(${stage.persons.author}, now())`)).toBe('1 rows')
    expect(await attempt(client, `select app.give_duty(${stage.persons.author}, 'coordinator')`)).toBe('1 rows')
    const { rows } = await client.query(`select left_at, role from person where id = ${stage.persons.author}`)
    expect(rows).toEqual([{ left_at: null, role: 'colleague' }])
  })
})
