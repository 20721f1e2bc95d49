// Muting a contribution: no mails about it, not on the home page; one's own list, seen by nobody else. And to whom a mail may go.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from './tables.ts'

/** Who muted a contribution is told nothing of it and finds it in no list of news. Both as they stand in the query: `p.id`, `c.id`. */
export const isHeard = (person: RawBuilder<unknown>, contribution: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from mute where mute.person_id = ${person} and mute.contribution_id = ${contribution})`

/**
 * A mail about a contribution may go to that person: they are still here, did not mute it, and no block stands between. Asked as the
 * system, in the moment of sending; both as they stand in the query.
 */
export const isTold = (person: RawBuilder<unknown>, contribution: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${isHeard(person, contribution)} and app.may_hear(${contribution}, ${person}))`

/**
 * Whoever app.audiences_of lets in somewhere beyond what everybody reads: still there, and of a member, of a city that is in a
 * forum alone, of an office or a partner, or a guest whose time is not over. A member that is suspended is none. What reaches
 * them is asked besides. Of the person `p` and the organisation `o`.
 */
export const mayBeTold = sql<boolean>`(p.left_at is null and case
  when p.guest then exists (select 1 from audience_person ap where ap.person_id = p.id and ap.until > now())
  else o.active or o.kind in ('office', 'partner') or exists (
    select 1 from forum_member fm where fm.organisation_id = o.id and fm.without_network and not fm.resting) end)`

export async function mute(db: Db, personId: number, contributionId: number): Promise<void> {
  await db
    .withTables<TrunkTables>()
    .insertInto('mute')
    .values({ person_id: personId, contribution_id: contributionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unmute(db: Db, personId: number, contributionId: number): Promise<void> {
  await db
    .withTables<TrunkTables>()
    .deleteFrom('mute')
    .where('person_id', '=', personId)
    .where('contribution_id', '=', contributionId)
    .execute()
}

/** Has the person who asks muted it? */
export async function isMuted(db: Db, contributionId: number): Promise<boolean> {
  const row = await db
    .withTables<TrunkTables>()
    .selectFrom('mute')
    .select('person_id')
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return row !== undefined
}
