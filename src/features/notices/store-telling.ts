// Telling one person of one fact: as the system, for how somebody wants to hear is nobody else's to read.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { hasDevice } from '../push/public.ts'
import type { News } from './notice.ts'
import type { NoticeTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & NoticeTables>()

export interface Told {
  readonly lang: Lang
  readonly email: string
  readonly organisationId: number
  readonly audienceKind: AudienceKind
  /** They allowed notices on some device. */
  readonly onDevices: boolean
  /** What they write below it is taken. */
  readonly mayReply: boolean
  /** Whose words it tells: where they block whom meanwhile, nothing leaves. Null: nobody's, see `toldBy`. */
  readonly byId: number | null
}

/**
 * Who wrote what this tells of; about what somebody looks after themselves, or their city is asked, it is nobody. Of the
 * contribution `c`, the person `p`.
 */
const toldBy = ({ replyId, area }: Pick<News, 'replyId' | 'area'>) =>
  replyId === undefined
    ? sql`case when c.steward_id is distinct from p.id and ${area} <> 'city' then c.author_id end`
    : sql`(select r.author_id from reply r where r.id = ${replyId})`

/** Undefined: nothing is told to them, for they block who it is from, or one of both is gone. */
export async function findTold(system: Db, news: News): Promise<Told | undefined> {
  const { rows } = await sql<Told>`
    select p.lang, p.email, p.organisation_id as "organisationId", a.kind as "audienceKind", ${hasDevice(sql`p.id`)} as "onDevices",
      -- As trunk's \`closed\`: nobody writes in an archived room, a guest in rooms only.
      c.state = 'published' and not app.is_archived(a.id) and (a.kind = 'room' or not p.guest) as "mayReply",
      ${toldBy(news)} as "byId"
    from person p join contribution c on c.id = ${news.contributionId} join audience a on a.id = c.audience_id
    where p.id = ${news.personId} and not app.keeps_away(p.id, ${toldBy(news)})`.execute(tablesOf(system))
  return rows[0]
}

/** Gives whether they read it, or a mail told of it, already. Written once, however often the fact is heard. */
export async function keepNotice(
  system: Db,
  news: News,
): Promise<{ readonly mailed: boolean; readonly read: boolean }> {
  const { personId, contributionId, replyId, factId, area, what, why } = news
  await tablesOf(system)
    .insertInto('notice')
    .values({
      ...{ person_id: personId, contribution_id: contributionId, reply_id: replyId ?? null, fact_id: factId },
      ...{ area, what, why: JSON.stringify(why) },
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'fact_id']).doNothing())
    .execute()
  const row = await tablesOf(system)
    .selectFrom('notice')
    .select(['mailed_at', 'read_at'])
    .where('person_id', '=', personId)
    .where('fact_id', '=', factId)
    .executeTakeFirst()
  return { mailed: row !== undefined && row.mailed_at !== null, read: row !== undefined && row.read_at !== null }
}

export async function markMailed(system: Db, personId: number, factId: number, now: Date): Promise<void> {
  await tablesOf(system)
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('person_id', '=', personId)
    .where('fact_id', '=', factId)
    .execute()
}

/** Where somebody works. */
export const findPlace = (system: Db, personId: number): Promise<{ readonly country: string } | undefined> =>
  tablesOf(system)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select('o.country')
    .where('p.id', '=', personId)
    .executeTakeFirst()

/** Its fact is heard once more then. */
export async function waitUntil(system: Db, personId: number, factId: number, until: Date): Promise<void> {
  await tablesOf(system)
    .insertInto('notice_later')
    .values({ person_id: personId, fact_id: factId, until })
    .onConflict((conflict) => conflict.columns(['fact_id', 'person_id']).doUpdateSet({ until }))
    .execute()
}

/** What waited long enough is handed to its listeners anew: nothing that was decided meanwhile is forgotten. Gives how many facts. */
export async function hearAgain(system: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    with due as (delete from notice_later where until <= ${now} returning fact_id)
    update fact set queued_at = null where id in (select fact_id from due)`.execute(system)
  return Number(numAffectedRows ?? 0)
}
