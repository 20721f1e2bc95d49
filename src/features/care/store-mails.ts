// Whom a mail concerns, asked as the system: addresses are nobody else's to read.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'

export interface Addressee {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly lang: Lang
}

const addressees = async (system: Db, ids: ReturnType<typeof sql>): Promise<Addressee[]> => {
  const { rows } = await sql<Addressee>`
    select id, name, email, lang from person where left_at is null and id in (${ids}) order by id`.execute(system)
  return rows
}

/** One fact for each who decides, so that each mail is a job of its own; nobody is named twice. */
const noteEach = (system: Db, which: 'report' | 'hiding', id: number, ids: ReturnType<typeof sql>): Promise<void> =>
  system.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: number }>`select p.id from person p where p.left_at is null and p.id in (${ids})
      and not exists (select 1 from fact f where f.name = 'decider.asked' and f.data ->> ${which} = ${String(id)}
        and f.data ->> 'person' = p.id::text) order by p.id`.execute(db)
    for (const { id: person } of rows) await recordFact(db, { name: 'decider.asked', data: { [which]: id, person } })
  })

export const noteCarers = (system: Db, reportId: number): Promise<void> =>
  noteEach(
    system,
    'report',
    reportId,
    sql`select app.deciders_of(r.id) from report r where r.id = ${reportId} and r.decided_at is null`,
  )

export const noteJudges = (system: Db, hidingId: number): Promise<void> =>
  noteEach(
    system,
    'hiding',
    hidingId,
    sql`select app.judges_of(h.id) from hiding h where h.id = ${hidingId} and h.judged_at is null and h.ended_at is null`,
  )

/** Whoever was asked, as long as there is something to decide. */
export async function findAsked(
  system: Db,
  { report, hiding, person }: { readonly report: number; readonly hiding: number; readonly person: number },
): Promise<Addressee | undefined> {
  const open = sql`exists (select 1 from report where id = ${report} and decided_at is null)
    or exists (select 1 from hiding where id = ${hiding} and judged_at is null and ended_at is null)`
  return (await addressees(system, sql`select ${person}::int where ${open}`))[0]
}

export const findReporter = async (system: Db, reportId: number): Promise<Addressee | undefined> =>
  (await addressees(system, sql`select person_id from report_by where report_id = ${reportId}`))[0]

export interface HiddenNews extends Addressee {
  readonly judged: boolean
  readonly ended: boolean
}

/** Whoever wrote it; undefined where they have left. */
export async function findHiddenNews(system: Db, hidingId: number): Promise<HiddenNews | undefined> {
  const { rows } = await sql<HiddenNews>`
    select p.id, p.name, p.email, p.lang, h.judged_at is not null as judged, h.ended_at is not null as ended
    from hiding h, app.thing(h.contribution_id, h.reply_id) t join person p on p.id = t.author_id and p.left_at is null
    where h.id = ${hidingId}`.execute(system)
  return rows[0]
}

/**
 * Of what was hidden, or decided about, before this moment the copy of its words, unless somebody is about to look at it again; that
 * it was hidden, and why, stays.
 */
export async function forgetHidden(system: Db, before: Date): Promise<void> {
  await sql`update hiding set title = '', text = '' where title || text <> ''
    and coalesce(ended_at, judged_at, at) < ${before} and (appealed_at is null or coalesce(judged_at, ended_at) is not null)`.execute(
    system,
  )
}

/** Of what was decided before this moment the copied words and who reported it; that it was reported and decided stays. */
export async function forgetReported(system: Db, before: Date): Promise<void> {
  await sql`delete from report_by b using report r where r.id = b.report_id and r.decided_at < ${before}`.execute(
    system,
  )
  await sql`update report set words = '', title = '', text = '' where decided_at < ${before} and words || title || text <> ''`.execute(
    system,
  )
}
