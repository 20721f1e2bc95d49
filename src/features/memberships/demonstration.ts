// The demonstration's memberships: everybody in the register, since a day that nobody knows unless a source says; and what
// invented municipalities went through, from demo/memberships.json.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { dayOf, type Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { dayPlus, lastDayAfter } from './membership.ts'
import { findNotice } from './store.ts'
import { insertResignation, insertSuccession } from './store-acts.ts'
import { adoptRegister } from './store-days.ts'

type Names = Readonly<Partial<Record<Lang, string>>>
interface Invented {
  readonly slug: string
  readonly names: Names
  readonly population: number
  readonly asOf: string
}
interface File {
  readonly unknownSince: string
  readonly municipalities: readonly (Invented & { readonly since: string })[]
  readonly renaming: { readonly municipality: string; readonly onDay: string; readonly names: Names }
  readonly merger: {
    readonly onDay: string
    readonly decision: string
    readonly predecessors: readonly string[]
    readonly successor: Invented
  }
  readonly suspension: {
    readonly municipality: string
    readonly begins: string
    readonly ends: string
    readonly reason: string
  }
  readonly resignation: { readonly municipality: string; readonly recordedBy: string }
}

const source = 'invented for the demonstration'
const nameIn = (names: Names): string => names.de ?? ''

async function first(db: Db, query: ReturnType<typeof sql<{ id: number }>>): Promise<number> {
  const { rows } = await query.execute(db)
  return rows[0]?.id ?? 0
}

/** A municipality that exists nowhere, in Austria, whose cities have no forum here. */
async function invent(db: Db, { slug, names, population, asOf }: Invented): Promise<number> {
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

const admitInvented = (db: Db, organisation: number, since: string, ground: string): Promise<number> =>
  first(
    db,
    sql`insert into membership (organisation_id, begins_on, ground, invented) values (${organisation}, ${since}, ${ground}, true) returning id`,
  )

async function tell(db: Db, file: File, today: string): Promise<void> {
  const memberships = new Map<string, number>()
  const ids = new Map<string, number>()
  const enter = async (one: Invented, since: string, ground: string): Promise<void> => {
    const id = await invent(db, one)
    ids.set(one.slug, id)
    memberships.set(one.slug, await admitInvented(db, id, since, ground))
  }
  for (const one of file.municipalities) await enter(one, one.since, 'register')
  const { renaming, merger, suspension, resignation } = file
  await sql`insert into renaming (organisation_id, on_day, name, names) values
    (${ids.get(renaming.municipality)}, ${renaming.onDay}, ${nameIn(renaming.names)}, ${JSON.stringify(renaming.names)})`.execute(
    db,
  )
  for (const slug of merger.predecessors)
    await sql`update membership set closes_on = ${dayPlus(merger.onDay, -1)}, closing = 'succession' where id = ${memberships.get(slug)}`.execute(
      db,
    )
  await enter(merger.successor, merger.onDay, 'succession')
  await insertSuccession(db, {
    ...{ kind: 'merger', onDay: merger.onDay, decision: merger.decision, forumId: null, by: null, invented: true },
    predecessors: merger.predecessors.map((slug) => ids.get(slug) ?? 0),
    successors: [ids.get(merger.successor.slug) ?? 0],
  })
  await sql`insert into suspension (membership_id, begins_on, ends_on, reason) values
    (${memberships.get(suspension.municipality)}, ${suspension.begins}, ${suspension.ends}, ${suspension.reason})`.execute(
    db,
  )
  const by = (await getInventedPerson(db, resignation.recordedBy)).id
  const lastDay = lastDayAfter(today, await findNotice(db, null))
  const membershipId = memberships.get(resignation.municipality) ?? 0
  await insertResignation(db, { membershipId, receivedOn: today, lastDay, by })
}

/** A second time changes nothing. */
export const loadMemberships: LoadDemonstration = async ({ system, folder, now }) => {
  const file = JSON.parse(await readFile(join(folder, 'memberships.json'), 'utf8')) as File
  await system.transaction().execute(async (db) => {
    await adoptRegister(db, file.unknownSince)
    const there = await first(db, sql`select id from organisation where slug = ${file.municipalities[0]?.slug ?? ''}`)
    if (there === 0) await tell(db, file, dayOf(now()))
  })
}
