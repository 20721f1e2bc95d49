// For tests: cities in countries whose forums have each rule, and memberships written past every page.
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openTown } from './app.ts'

let owner: pg.Client

/** Ids of the forums, by country. */
export const forums: Record<string, number> = {}

/** For the tests of a file: an empty town with one forum for each rule. */
export function standInCountries(): void {
  beforeAll(openCountries)
  afterAll(() => owner.end())
}

async function openCountries(): Promise<void> {
  const town = await openTown('empty')
  owner = new pg.Client(town.owner)
  await owner.connect()
  for (const [country, rule] of [
    ['DE', 'automatic-from-network'],
    ['FR', 'automatic-from-forum'],
    ['PT', 'precondition'],
    ['BE', 'independent'],
  ])
    forums[country ?? ''] = await one(
      `insert into forum (slug, names, country, membership_rule) values ('forum-' || $1::text, '{}', $1, $2) returning id`,
      [country, rule],
    )
}

/** Past every page and policy. */
export const ask = (sql: string, values: readonly unknown[] = []) => owner.query(sql, [...values])

/** The first value of the first row. */
export async function one<Value = number>(sql: string, values: readonly unknown[] = []): Promise<Value> {
  const { rows } = await ask(sql, values)
  return Object.values(rows[0] ?? {})[0] as Value
}

let count = 0
export const city = async (country: string): Promise<number> => {
  count += 1
  const id = await one(
    `insert into organisation (slug, name, kind, country) values ($1, $1, 'municipality', $2) returning id`,
    [`city-${count}`, country],
  )
  await owner.query(`insert into member (organisation_id, local_name, state) values ($1, $2, 'none')`, [
    id,
    `city-${count}`,
  ])
  return id
}

export const join = (organisation: number, forum: number | null, from: string, ground = 'admission'): Promise<number> =>
  one('insert into membership (organisation_id, forum_id, begins_on, ground) values ($1, $2, $3, $4) returning id', [
    organisation,
    forum,
    from,
    ground,
  ])
export const end = (id: number, on: string | null) =>
  owner.query(
    'update membership set closes_on = $2, closing = case when $2::date is not null then $3 end where id = $1',
    [id, on, 'resignation'],
  )
/** `N 2020-01-01 …` of the network, `F` of a forum. */
export const stretches = async (organisation: number): Promise<string[]> => {
  const { rows } = await owner.query(
    `select case when forum_id is null then 'N' else 'F' end || ' ' || begins_on || ' ' || coalesce(ends_on::text, '…') as line from membership
     where organisation_id = $1 and (ends_on is null or ends_on >= begins_on) order by forum_id nulls first, begins_on`,
    [organisation],
  )
  return rows.map(({ line }) => line)
}
export const settle = (day: string, ...whose: number[]) => one('select app.settle_memberships($1, $2)', [day, whose])
/** What follows for a day: whether the network counts it, and how many forums do. */
export const counted = async (organisation: number, day: string): Promise<[boolean, number]> => {
  await settle(day, organisation)
  return [
    await one<boolean>('select active from organisation where id = $1', [organisation]),
    await one('select count(*)::int from forum_member where organisation_id = $1 and not resting', [organisation]),
  ]
}
export const suspend = (id: number, from: string, to: string | null): Promise<number> =>
  one(`insert into suspension (membership_id, begins_on, ends_on, reason) values ($1, $2, $3, 'x') returning id`, [
    id,
    from,
    to,
  ])
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => String(error.code),
  )
