// What the demonstration writes of municipalities that exist nowhere, past every page; by the system only.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'

export type Names = Readonly<Partial<Record<Lang, string>>>
export interface Invented {
  readonly slug: string
  readonly names: Names
  readonly population: number
  readonly asOf: string
}

const source = 'für die Demonstration erfunden'
const nameIn = (names: Names): string => names.de ?? ''

async function first(db: Db, query: ReturnType<typeof sql<{ id: number }>>): Promise<number> {
  const { rows } = await query.execute(db)
  return rows[0]?.id ?? 0
}

/** A municipality that exists nowhere, in Austria, whose cities have no forum here. */
export async function invent(db: Db, { slug, names, population, asOf }: Invented): Promise<number> {
  const name = nameIn(names)
  const id = await first(
    db,
    sql`insert into organisation (slug, name, names, kind, country) values (${slug}, ${name}, ${JSON.stringify(names)}, 'municipality', 'AT') returning id`,
  )
  await sql`insert into member (organisation_id, local_name, languages, state) values (${id}, ${name}, '{de}', 'none')`.execute(
    db,
  )
  await sql`insert into population_figure (organisation_id, as_of, population, source) values (${id}, ${asOf}, ${population}, ${source})`.execute(
    db,
  )
  return id
}

/** Gives the id of the membership. */
export const admitInvented = (db: Db, organisation: number, since: string, ground: string): Promise<number> =>
  first(
    db,
    sql`insert into membership (organisation_id, begins_on, ground, invented) values (${organisation}, ${since}, ${ground}, true) returning id`,
  )

export const isThere = async (db: Db, slug: string): Promise<boolean> =>
  (await first(db, sql`select id from organisation where slug = ${slug}`)) > 0

export async function renameInvented(db: Db, organisation: number, onDay: string, names: Names): Promise<void> {
  await sql`insert into renaming (organisation_id, on_day, name, names) values (${organisation}, ${onDay}, ${nameIn(names)}, ${JSON.stringify(names)})`.execute(
    db,
  )
}

interface Rest {
  readonly begins: string
  readonly ends: string
  readonly reason: string
}
export async function suspendInvented(db: Db, membership: number, { begins, ends, reason }: Rest): Promise<void> {
  await sql`insert into suspension (membership_id, begins_on, ends_on, reason) values (${membership}, ${begins}, ${ends}, ${reason})`.execute(
    db,
  )
}
