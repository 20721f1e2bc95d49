// Every query of absences; the database decides who may know of which.
import { sql } from 'kysely'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Absence, OwnAbsence } from './absence.ts'
import type { AbsenceTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AbsenceTables>()

/** One's own, also one that is only planned; what is over is none. */
export const findOwnAbsence = (db: Db, personId: number, today: string): Promise<OwnAbsence | undefined> =>
  tablesOf(db)
    .selectFrom('absence')
    .select([
      sql<string>`since::text`.as('since'),
      sql<string>`until::text`.as('until'),
      'substitute_id as substituteId',
    ])
    .where('person_id', '=', personId)
    .where(sql<boolean>`until >= ${today}::date`)
    .executeTakeFirst()

export interface Colleague {
  readonly id: number
  readonly name: string
}

/** Who can stand in: those who work in the same administration. */
export const listColleagues = (
  db: Db,
  { id, organisationId }: Pick<Person, 'id' | 'organisationId'>,
): Promise<Colleague[]> =>
  tablesOf(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', '<>', id)
    .where('left_at', 'is', null)
    .where('guest', '=', false)
    .orderBy(sql`lower(name)`)
    .execute()

/** False where whoever should stand in has left since the form was read. */
export async function saveAbsence(
  db: Db,
  person: Pick<Person, 'id' | 'organisationId'>,
  { since, until, substituteId }: OwnAbsence,
): Promise<boolean> {
  // Asked in the statement that writes: what it sees is what the policy sees.
  const { rows } = await sql`
    insert into absence (person_id, since, until, substitute_id)
    select ${person.id}::int, ${since}::date, ${until}::date, ${substituteId}::int
    where ${substituteId}::int is null or exists (select 1 from person p where p.id = ${substituteId}::int
      and p.left_at is null and not p.guest and p.organisation_id = ${person.organisationId})
    on conflict (person_id) do update set since = excluded.since, until = excluded.until, substitute_id = excluded.substitute_id
    returning 1`.execute(db)
  return rows.length === 1
}

export const endAbsence = (db: Db, personId: number): Promise<unknown> =>
  tablesOf(db).deleteFrom('absence').where('person_id', '=', personId).execute()

const current = (db: Db, today: string) =>
  tablesOf(db)
    .selectFrom('absence as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('person as s', (join) =>
      join
        .onRef('s.id', '=', 'a.substitute_id')
        .onRef('s.organisation_id', '=', 'p.organisation_id')
        .on('s.left_at', 'is', null),
    )
    .where('p.left_at', 'is', null)
    .where(sql<boolean>`${today}::date between a.since and a.until`)

const asSeen = (db: Db, today: string) =>
  current(db, today)
    .select(['p.id as personId', 'p.name', sql<string>`a.until::text`.as('until')])
    .select(
      sql<
        Absence['substitute']
      >`case when s.id is not null then jsonb_build_object('name', s.name, 'slug', s.slug) end`.as('substitute'),
    )
    .orderBy('p.id')

/** Who of these is away today, as far as the viewer may know them. */
export const listAbsent = (db: Db, personIds: readonly number[], today: string): Promise<Absence[]> =>
  personIds.length === 0 ? Promise.resolve([]) : asSeen(db, today).where('p.id', 'in', personIds).execute()

/** Who of this organisation is away today. */
export const listAbsentOf = (db: Db, organisationId: number, today: string): Promise<Absence[]> =>
  asSeen(db, today).where('p.organisation_id', '=', organisationId).execute()

/** Who would be asked about a contribution within reach, and is away: whoever wrote it or looks after it, alone or with others. */
export const listAbsentBehind = (db: Db, contributionId: number, today: string): Promise<Absence[]> =>
  asSeen(db, today)
    .where(
      sql<boolean>`p.id in (select unnest(array[c.author_id, c.steward_id]) from contribution c where c.id = ${contributionId}
        union select co.person_id from co_author co where co.contribution_id = ${contributionId} and co.joined_at is not null)`,
    )
    .execute()

/** For whom this person stands in today. */
export const listStoodInFor = (
  db: Db,
  personId: number,
  today: string,
): Promise<{ name: string; slug: string; until: string }[]> =>
  current(db, today)
    .select(['p.name', 'p.slug', sql<string>`a.until::text`.as('until')])
    .where('s.id', '=', personId)
    .orderBy('a.until')
    .orderBy('p.id')
    .execute()

export interface Away {
  readonly personId: number
  readonly substituteId: number | null
  /** Coordinates their city: is asked for it. */
  readonly coordinates: boolean
}

/** As the system: everybody who is away today. */
export const listAway = (system: Db, today: string): Promise<Away[]> =>
  current(system, today)
    .select(['p.id as personId', 's.id as substituteId', sql<boolean>`p.role = 'coordinator'`.as('coordinates')])
    .orderBy('p.id')
    .execute()

/** As the system: what is over is kept by nobody. */
export const forgetAbsences = (system: Db, today: string): Promise<unknown> =>
  tablesOf(system).deleteFrom('absence').where(sql<boolean>`until < ${today}::date - 1`).execute()
