// Who is told by mail of what became of a membership, asked as the system; reach is judged when it is noted, and again when it is sent.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { TrunkTables } from '#trunk/tables.ts'

/** Somebody who is told, and of which member. */
export interface Reader {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly organisationId: number
  /** What happened. */
  readonly fact: string
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The coordinators of whom it concerns; of a notice that one of them gave or took back also the office it was given to. Of
 * suspensions and notices nobody else learns, as on the pages.
 */
async function listReaders(system: Db, fact: number, which: RawBuilder<unknown>): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    with about as (
      select f.id, f.name, f.data, f.actor_id, m.organisation_id, m.forum_id
      from fact f left join membership m on m.id = (f.data ->> 'membership')::int where f.id = ${fact}
    ), concerned as (
      select organisation_id from about
      union select r.organisation_id from about join renaming r on r.id = (about.data ->> 'renaming')::int
      union select s.organisation_id from about join succession_part s on s.succession_id = (about.data ->> 'succession')::int
    )
    select p.id, p.name, p.email, p.lang, coalesce(a.organisation_id, p.organisation_id) as "organisationId", a.name as fact, a.data
    from about a join person p on p.left_at is null and (
      (p.role = 'coordinator' and p.organisation_id in (select organisation_id from concerned))
      or (p.role = 'office' and p.forum_id is not distinct from a.forum_id
        and a.name in ('membership.resigned', 'resignation.withdrawn')
        and exists (select 1 from person actor where actor.id = a.actor_id and actor.organisation_id = a.organisation_id)))
    where ${which} order by p.id`.execute(system.withTables<TrunkTables>())
  return rows
}

/** One fact for each, so that each mail is a job of its own: what fails for one is not sent twice to another. */
export const noteNews = (system: Db, fact: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    const untold = sql`not exists (select 1 from fact t where t.name = 'membership.announced'
      and t.data ->> 'of' = ${String(fact)} and t.data ->> 'person' = p.id::text)`
    for (const { id } of await listReaders(db, fact, untold))
      await recordFact(db, { name: 'membership.announced', data: { of: fact, person: id } })
  })

/** Undefined where the person left, or has another duty by now. */
export const findReader = async (system: Db, fact: number, person: number): Promise<Reader | undefined> =>
  (await listReaders(system, fact, sql`p.id = ${person}`))[0]
