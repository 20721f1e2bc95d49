// Every query of reports and hidings; row-level security decides which there are, functions of the database act.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Hiding, Place, Reason, Report } from './care.ts'
import type { CareTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<CareTables>()

const reports = (db: Db) =>
  tablesOf(db)
    .selectFrom('report as r')
    .select([
      'r.id',
      'r.reason',
      'r.words',
      'r.title',
      'r.text',
      'r.lang',
      'r.at',
      'r.decided_at as decidedAt',
      'r.hiding_id as hidingId',
      sql<boolean>`exists (select 1 from report_by b where b.report_id = r.id)`.as('own'),
      sql<boolean>`app.decides_report(r.id)`.as('decides'),
      sql<boolean>`app.waits_for_nobody(r.id)`.as('waitsForNobody'),
    ])

/** Undecided ones that this person decides about, the oldest first. */
export const listWaitingReports = (db: Db): Promise<Report[]> =>
  reports(db)
    .where('r.decided_at', 'is', null)
    .where(sql<boolean>`app.decides_report(r.id)`)
    .orderBy('r.id')
    .limit(200)
    .execute()

/** What this person reported, the newest first. */
export const listOwnReports = (db: Db): Promise<Report[]> =>
  reports(db)
    .where(sql<boolean>`exists (select 1 from report_by b where b.report_id = r.id)`)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()

export const findReport = (db: Db, id: number): Promise<Report | undefined> =>
  reports(db).where('r.id', '=', id).executeTakeFirst()

const hidings = (db: Db) =>
  tablesOf(db)
    .selectFrom('hiding as h')
    .select([
      'h.id',
      'h.reason',
      'h.words',
      'h.lang',
      'h.title',
      'h.text',
      'h.at',
      'h.appeal',
      'h.appealed_at as appealedAt',
      'h.judged_at as judgedAt',
      'h.answer',
      'h.ended_at as endedAt',
      sql<boolean>`app.wrote_hidden(h.id)`.as('own'),
      sql<boolean>`app.cares_for_hiding(h.id)`.as('cares'),
      sql<boolean>`app.judges(h.id)`.as('judges'),
    ])

/** All that concern this person: their own, what they look after, what they look at again; the newest first. */
export const listHidings = (db: Db): Promise<Hiding[]> => hidings(db).orderBy('h.id', 'desc').limit(200).execute()

export const findHiding = (db: Db, id: number): Promise<Hiding | undefined> =>
  hidings(db).where('h.id', '=', id).executeTakeFirst()

async function placeBy(db: Db, name: 'place_of_report' | 'place_of_hiding', id: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select contribution_id as "contributionId", reply_id as "replyId" from ${sql.ref(`app.${name}`)}(${id})`.execute(db)
  return rows[0]
}
export const placeOfReport = (db: Db, id: number): Promise<Place | undefined> => placeBy(db, 'place_of_report', id)
export const placeOfHiding = (db: Db, id: number): Promise<Place | undefined> => placeBy(db, 'place_of_hiding', id)

const answerOf = async <Value>(db: Db, call: ReturnType<typeof sql>): Promise<Value | null> => {
  const { rows } = await sql<{ value: Value | null }>`select ${call} as value`.execute(db)
  return rows[0]?.value ?? null
}

export interface NewReport {
  readonly reason: Reason
  readonly words: string
  /** Of a contribution, as plain text; of a reply the database takes its own. */
  readonly text: string
}

/** Gives its id; the same as before where this person reported the same words already. */
export const insertReport = async (
  db: Db,
  { contributionId, replyId }: Place,
  { reason, words, text }: NewReport,
): Promise<number> =>
  (await answerOf<number>(db, sql`app.report_thing(${contributionId}, ${replyId}, ${reason}, ${words}, ${text})`)) ?? 0

/** Gives the hiding; null where somebody else was faster. */
export const hideReported = (
  db: Db,
  reportId: number,
  { reason, words, lang }: { readonly reason: Reason; readonly words: string; readonly lang: string },
): Promise<number | null> => answerOf(db, sql`app.hide_reported(${reportId}, ${reason}, ${words}, ${lang})`)

/** False where somebody else was faster; so are the three below. */
export const leaveReported = async (db: Db, reportId: number): Promise<boolean> =>
  (await answerOf<boolean>(db, sql`app.leave_reported(${reportId})`)) === true
export const showAgain = async (db: Db, hidingId: number): Promise<boolean> =>
  (await answerOf<boolean>(db, sql`app.show_again(${hidingId})`)) === true
export const appeal = async (db: Db, hidingId: number, words: string): Promise<boolean> =>
  (await answerOf<boolean>(db, sql`app.appeal(${hidingId}, ${words})`)) === true
export const judge = async (db: Db, hidingId: number, lifted: boolean, words: string): Promise<boolean> =>
  (await answerOf<boolean>(db, sql`app.judge(${hidingId}, ${lifted}, ${words})`)) === true

/** Published, within this person's reach, not hidden and not theirs: what `report_thing` takes. */
export const isReportable = async (db: Db, contributionId: number): Promise<boolean> =>
  (await answerOf<boolean>(
    db,
    sql`exists (select 1 from contribution c where c.id = ${contributionId} and c.state = 'published' and c.hidden_at is null
      and c.audience_id = any (app.audiences()) and c.author_id is distinct from app.person() and c.id <> all (app.veiled()))`,
  )) === true

/** Has this person agreed to how we treat each other? */
export async function hasAgreed(db: Db): Promise<boolean> {
  const row = await tablesOf(db).selectFrom('conduct_agreement').select('person_id').executeTakeFirst()
  return row !== undefined
}

export const insertAgreement = (db: Db, personId: number): Promise<unknown> =>
  tablesOf(db)
    .insertInto('conduct_agreement')
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
