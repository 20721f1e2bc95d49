// Whom a poll asks: chosen on the day of asking, read afterwards.
import { sql } from 'kysely'
import type { Audience } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { listCitySizes, listPublicMembers } from '../members/public.ts'
import { type Candidate, isMeant, type Narrowing } from './asked.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

const cities = ['municipality', 'association', 'region'] as const

/**
 * As the registers name them: a city whose membership rests is one of them. Whoever laid a list without it beside the register
 * would read what is nobody's business.
 */
const listOfForum = (db: Db, audienceId: number) =>
  tablesOf(db)
    .selectFrom('audience as a')
    .innerJoin('forum_member as f', 'f.forum_id', 'a.forum_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select(['o.id', 'o.country'])
    .where('a.id', '=', audienceId)
    .where('o.kind', 'in', cities)
    .execute()

const listOfRoom = (db: Db, audienceId: number) =>
  tablesOf(db)
    .selectFrom('audience_person as ap')
    .innerJoin('person as p', 'p.id', 'ap.person_id')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.id', 'o.country'])
    .distinct()
    .where('ap.audience_id', '=', audienceId)
    .where('p.left_at', 'is', null)
    .where('o.kind', 'in', cities)
    .execute()

async function listCandidates(db: Db, { id, kind }: Pick<Audience, 'id' | 'kind'>): Promise<Candidate[]> {
  if (kind === 'network') return listPublicMembers(db)
  const found = await (kind === 'forum' ? listOfForum(db, id) : listOfRoom(db, id))
  const sizes = await listCitySizes(
    db,
    found.map((one) => one.id),
  )
  const inhabitants = new Map(sizes.map(({ organisationId, population }) => [organisationId, population]))
  return found.map((one) => ({ ...one, population: inhabitants.get(one.id) ?? null }))
}

/** The ids of those who are meant, within the viewer's reach. */
export async function chooseAsked(
  db: Db,
  audience: Pick<Audience, 'id' | 'kind'>,
  narrowing: Narrowing,
): Promise<number[]> {
  const candidates = await listCandidates(db, audience)
  return candidates.filter((candidate) => isMeant(candidate, narrowing)).map(({ id }) => id)
}

export const insertAsked = (db: Db, pollId: number, organisationIds: readonly number[]): Promise<unknown> =>
  sql`insert into poll_asked (contribution_id, organisation_id)
    select ${pollId}, id from unnest(${organisationIds}::int[]) as asked (id)`.execute(tablesOf(db))

export interface AskedCity {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly country: string
}

export const listAsked = (db: Db, pollId: number, lang: Lang): Promise<AskedCity[]> =>
  tablesOf(db)
    .selectFrom('poll_asked as q')
    .innerJoin('organisation as o', 'o.id', 'q.organisation_id')
    .select(['o.id', organisationName(lang).as('name'), 'o.slug', 'o.country'])
    .where('q.contribution_id', '=', pollId)
    .orderBy('o.country')
    .orderBy('o.slug')
    .execute()

/** Countries in which there are members, as the register names them: whoever is suspended is one of them. */
export async function listCountries(db: Db): Promise<string[]> {
  const members = await listPublicMembers(db)
  return [...new Set(members.map(({ country }) => country))].sort()
}
