// Questions one by one: ask, change, settle, read.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { HelpfulReply, Question } from './question.ts'
import type { QuestionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & QuestionTables>()

export const insertQuestion = (db: Db, id: number, text: string): Promise<unknown> =>
  tablesOf(db).insertInto('question').values({ contribution_id: id, text, answered_at: null, reply_id: null }).execute()

export const updateText = (db: Db, id: number, text: string): Promise<unknown> =>
  tablesOf(db).updateTable('question').set({ text }).where('contribution_id', '=', id).execute()

/** False: the reply does not stand in this thread, or it was so already. */
export async function settle(db: Db, id: number, replyId: number | null, now: Date): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('question')
    .set({ answered_at: now, reply_id: replyId })
    .where('contribution_id', '=', id)
    .where(
      replyId === null
        ? sql<boolean>`answered_at is null`
        : sql<boolean>`reply_id is distinct from ${replyId} and exists (select 1 from reply r where r.id = ${replyId} and r.contribution_id = ${id} and r.withdrawn_at is null and r.hidden_at is null)`,
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False: it was open already. */
export async function reopen(db: Db, id: number): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('question')
    .set({ answered_at: null, reply_id: null })
    .where('contribution_id', '=', id)
    .where('answered_at', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

const findOwn = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('question')
    .select(['text', 'answered_at as answeredAt'])
    .where('contribution_id', '=', id)
    .executeTakeFirst()

const findHelpful = (db: Db, id: number, lang: Lang): Promise<HelpfulReply | undefined> =>
  tablesOf(db)
    .selectFrom('question as q')
    .innerJoin('reply as r', 'r.id', 'q.reply_id')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('person as p', 'p.id', 'r.author_id')
    .select(['r.id', 'r.lang', 'r.text', 'p.name as authorName', organisationName(lang).as('organisationName')])
    .where('q.contribution_id', '=', id)
    .where('r.withdrawn_at', 'is', null)
    .where(sql<boolean>`r.hidden_at is null`)
    .executeTakeFirst()

/** The whole question within the viewer's reach, or a stop (not found, gone). */
export async function getQuestion(db: Db, id: number | undefined, lang: Lang): Promise<Question> {
  const number = id ?? 0
  const [contribution, own, helpful] = await Promise.all([
    getContribution(db, 'question', id, lang),
    findOwn(db, number),
    findHelpful(db, number, lang),
  ])
  if (own === undefined) throw await whyOutOfReach(db, number)
  return { ...contribution, ...own, helpful }
}
