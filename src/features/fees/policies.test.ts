// Fee scales asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { addDraft, addOfficer, decide, forumId } from './fixtures.ts'

/** A trigger said no. */
const broken = '23514'
let town: Town
let door: Door
let germany: number
let people: Record<'irena' | 'theo' | 'carsten' | 'gerda' | 'francis' | 'jonte' | 'henrike' | 'assia', number>
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  germany = await forumId(town, 'forum-germany')
  people = {
    irena: await town.personId('irena-halvorsdottir-blau'),
    theo: await town.personId('theo-quintavoll'),
    carsten: await town.personId('carsten-mittelweg'),
    gerda: await addOfficer(town, 'gerda', 'forum-germany'),
    francis: await addOfficer(town, 'francis', 'forum-france'),
    jonte: await town.personId('jonte-pfalzgrafer'),
    henrike: await town.personId('henrike-salbader'),
    assia: await town.personId('assia-verdonnel'),
  }
})
afterAll(() => door.close())

const readers = (sql: string): Promise<string[]> =>
  Promise.resolve(Object.entries(people)).then(async (all) => {
    const found: string[] = []
    for (const [name, person] of [...all, ['visitor', undefined] as const]) {
      const seen = await door.as(person, async (client) => (await client.query(sql)).rowCount)
      if (seen !== 0) found.push(name)
    }
    return found
  })
const decideSql = 'insert into fee_decision (scale_id, decision, person_id, reason) values ($1, $2, $3, $4)'

test('a draft, its brackets and decisions are there for the office of the issuer only', async () => {
  const network = await addDraft(town, null, 2040)
  const forum = await addDraft(town, germany, 2040)
  for (const table of ['fee_scale where id', 'fee_bracket where scale_id']) {
    expect(await readers(`select 1 from ${table} = ${network}`)).toEqual(['irena', 'theo'])
    expect(await readers(`select 1 from ${table} = ${forum}`)).toEqual(['carsten', 'gerda'])
  }
  await decide(town, forum, 'proposed', people.carsten)
  expect(await readers(`select 1 from fee_decision where scale_id = ${forum}`)).toEqual(['carsten', 'gerda'])
})

test('an approved scale of the network is for everybody, a forum’s for its members and its office', async () => {
  const network = await addDraft(town, null, 2041)
  await decide(town, network, 'proposed', people.irena)
  await decide(town, network, 'approved', people.theo)
  expect(await readers(`select 1 from fee_bracket where scale_id = ${network}`)).toHaveLength(9)
  const forum = await addDraft(town, germany, 2041)
  await decide(town, forum, 'proposed', people.carsten)
  await decide(town, forum, 'approved', people.gerda)
  const members = ['carsten', 'gerda', 'jonte', 'henrike']
  expect(await readers(`select 1 from fee_scale where id = ${forum}`)).toEqual(members)
  expect(await readers(`select 1 from fee_bracket where scale_id = ${forum}`)).toEqual(members)
  expect(await readers(`select 1 from fee_decision where scale_id = ${forum}`)).toEqual(['carsten', 'gerda'])
})

test('whoever proposed a scale does not approve it, nor somebody in their name, nor another office', async () => {
  const id = await addDraft(town, germany, 2042)
  await decide(town, id, 'proposed', people.carsten)
  const approve = (by: number, inNameOf: number) =>
    door.as(by, (client) => attempt(client, decideSql, [id, 'approved', inNameOf, '']))
  expect(await approve(people.carsten, people.carsten)).toBe(broken)
  expect(await approve(people.carsten, people.gerda)).toBe(refused)
  for (const other of [people.irena, people.francis, people.jonte, people.henrike])
    expect(await approve(other, other)).toMatch(/^(?:42501|23514)$/)
  expect(await approve(people.gerda, people.gerda)).toBe('1 rows')
})

test('the state of a scale cannot be written past the decisions', async () => {
  const id = await addDraft(town, null, 2043)
  await door.as(people.irena, async (client) => {
    for (const change of [`state = 'approved'`, 'approved_at = now()', 'year = 2044', 'forum_id = 1'])
      expect(await attempt(client, `update fee_scale set ${change} where id = ${id}`), change).toBe(refused)
    expect(await attempt(client, `update fee_scale set first_year = 'by-month' where id = ${id}`)).toBe('1 rows')
    expect(await attempt(client, `delete from fee_scale where id = ${id}`)).toBe(refused)
    expect(await attempt(client, decideSql, [id, 'approved', people.irena, ''])).toBe(broken)
    expect(await attempt(client, decideSql, [id, 'returned', people.irena, ''])).toMatch(/^23514$/)
  })
})

test('a scale that was decided is final, for its office and for the system too', async () => {
  const id = await addDraft(town, null, 2045)
  await decide(town, id, 'proposed', people.irena)
  const changes = [
    `update fee_scale set first_year = 'by-month' where id = ${id}`,
    `update fee_scale set state = 'draft' where id = ${id}`,
    `delete from fee_bracket where scale_id = ${id}`,
    `update fee_bracket set flat_cents = 1 where scale_id = ${id}`,
    `insert into fee_share (scale_id, forum_id, rate) values (${id}, ${germany}, 5000)`,
    `update fee_decision set person_id = ${people.theo} where scale_id = ${id}`,
    `delete from fee_decision where scale_id = ${id}`,
    `delete from fee_scale where id = ${id}`,
  ]
  const asOwner = (sql: string) =>
    fill(town, sql).then(
      () => 'done',
      (error) => String(error.code),
    )
  await decide(town, id, 'approved', people.theo)
  for (const sql of changes) expect(await asOwner(sql), sql).toBe(broken)
})

test('a draft with a hole, an overlap or without a kind cannot be proposed', async () => {
  const id = await addDraft(town, null, 2046)
  const tries: readonly (readonly [string, string])[] = [
    ['a gap', `(1, 10, 'flat', 1), (12, null, 'flat', 1)`],
    ['an overlap', `(1, 10, 'flat', 1), (10, null, 'flat', 1)`],
    ['no open end', `(1, 10, 'flat', 1)`],
    ['two open ends', `(1, null, 'flat', 1), (11, null, 'flat', 1)`],
    ['a late beginning', `(2, null, 'flat', 1)`],
    ['no amount', `(1, null, 'flat', null)`],
    ['no lower end', `(null, null, 'flat', 1)`],
    ['an end below its beginning', `(1, 10, 'flat', 1), (11, 5, 'flat', 1), (6, null, 'flat', 1)`],
    ['whole', `(1, 10, 'flat', 1), (11, null, 'flat', 1)`],
  ]
  for (const [what, rows] of tries)
    await door.as(people.irena, async (client) => {
      await client.query(`delete from fee_bracket where scale_id = ${id} and member_kind = 'region'`)
      await client.query(
        `insert into fee_bracket (scale_id, place, member_kind, from_inhabitants, to_inhabitants, basis, flat_cents)
         select ${id}, 10 + row_number() over (), 'region', a::int, b::int, c, d::bigint from (values ${rows}) v (a, b, c, d)`,
      )
      const outcome = await attempt(client, decideSql, [id, 'proposed', people.irena, ''])
      expect(outcome, what).toBe(what === 'whole' ? '1 rows' : broken)
    })
  await door.as(people.irena, async (client) => {
    await client.query(`delete from fee_bracket where scale_id = ${id} and member_kind = 'region'`)
    expect(await attempt(client, decideSql, [id, 'proposed', people.irena, ''])).toBe(broken)
  })
})

test('no new version is approved for a year that has been invoiced', async () => {
  const id = await addDraft(town, germany, 2047)
  await decide(town, id, 'proposed', people.carsten)
  await fill(town, `insert into fee_year_invoiced (forum_id, year) values (${germany}, 2047)`)
  await expect(decide(town, id, 'approved', people.gerda)).rejects.toThrow('this year has been invoiced')
  expect(await readers('select 1 from fee_year_invoiced where year = 2047')).toEqual(['carsten', 'gerda'])
})
