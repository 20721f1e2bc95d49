// Answers and their files; row-level security gives those of other cities to whoever gave one, and to whoever asked.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { AnswerFile, CityAnswer, OwnAnswer, Value } from './poll.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

const everyAnswer = (db: Db) =>
  tablesOf(db)
    .selectFrom('poll_answer as a')
    .select(['a.id', 'a.organisation_id as organisationId', 'a.given', 'a.stays_inside as staysInside'])
    .select(['a.given_at as givenAt', 'a.changed_at as changedAt', 'a.revision', 'a.demonstration'])

/** Those that count: one for each city. */
const query = (db: Db) => everyAnswer(db).where('a.superseded_by', 'is', null)

type Answers = ReturnType<typeof everyAnswer>

/** With who gave it, which is told inside the city only. */
const ownOf = (answers: Answers, pollId: number, organisationId: number) =>
  answers
    .innerJoin(
      sql<{ given_by: number; changed_by: number | null }>`lateral app.hands_of_answer(a.id)`.as('h'),
      (join) => join.onTrue(),
    )
    .leftJoin('person as g', 'g.id', 'h.given_by')
    .leftJoin('person as k', 'k.id', 'h.changed_by')
    .select(['h.given_by as givenById', 'g.name as givenBy', 'k.name as changedBy'])
    .where('a.contribution_id', '=', pollId)
    .where('a.organisation_id', '=', organisationId)

export const findOwnAnswer = (db: Db, pollId: number, organisationId: number): Promise<OwnAnswer | undefined> =>
  ownOf(query(db), pollId, organisationId).executeTakeFirst()

/** What a second entry of the city answered, before the two became one: counted nowhere, read inside the city. */
export const listEarlierAnswers = (db: Db, pollId: number, organisationId: number): Promise<OwnAnswer[]> =>
  ownOf(everyAnswer(db), pollId, organisationId).where('a.superseded_by', 'is not', null).orderBy('a.id').execute()

/** All within reach, by country and city. */
export const listAnswers = (db: Db, pollId: number, lang: Lang): Promise<CityAnswer[]> =>
  query(db)
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([organisationName(lang).as('name'), 'o.slug', 'o.country'])
    .where('a.contribution_id', '=', pollId)
    .orderBy('o.country')
    .orderBy('o.slug')
    .execute()

export interface NewAnswer {
  readonly pollId: number
  readonly organisationId: number
  readonly personId: number
  readonly values: readonly Value[]
  readonly staysInside: boolean
}

/** Gives its id; undefined where somebody of the city was faster. */
export async function insertAnswer(db: Db, fresh: NewAnswer): Promise<number | undefined> {
  const row = await tablesOf(db)
    .insertInto('poll_answer')
    .values({
      contribution_id: fresh.pollId,
      organisation_id: fresh.organisationId,
      given: JSON.stringify(fresh.values),
      stays_inside: fresh.staysInside,
      given_by: fresh.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** False: somebody of the city has changed it since `revision`, nothing was written. */
export async function updateAnswer(
  db: Db,
  { id, revision }: Pick<OwnAnswer, 'id' | 'revision'>,
  { personId, values, staysInside }: Pick<NewAnswer, 'personId' | 'values' | 'staysInside'>,
  now: Date,
): Promise<boolean> {
  const result = await tablesOf(db)
    .updateTable('poll_answer')
    .set({
      given: JSON.stringify(values),
      stays_inside: staysInside,
      changed_by: personId,
      changed_at: now,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

const fileQuery = (db: Db) =>
  tablesOf(db)
    .selectFrom('poll_file as f')
    .select(['f.id', 'f.answer_id as answerId', 'f.item', 'f.name', 'f.size'])
    .select(['f.media_type as mediaType', 'f.stored_as as storedAs'])

export const listFilesOf = (db: Db, answerIds: readonly number[]): Promise<AnswerFile[]> =>
  fileQuery(db).where(sql<boolean>`f.answer_id = any (${answerIds}::int[])`).orderBy('f.id').execute()

/** Of this poll and no other, so that an address says what it shows. */
export const findFile = (
  db: Db,
  pollId: number,
  id: number,
): Promise<(AnswerFile & { readonly underRule: boolean }) | undefined> =>
  fileQuery(db)
    .innerJoin('poll_answer as a', 'a.id', 'f.answer_id')
    .select(
      sql<boolean>`exists (select 1 from contribution c join room r using (audience_id) where c.id = a.contribution_id and r.chatham)`.as(
        'underRule',
      ),
    )
    .where('a.contribution_id', '=', pollId)
    .where('f.id', '=', id)
    .executeTakeFirst()

export const insertFile = (db: Db, personId: number, file: Omit<AnswerFile, 'id'>): Promise<unknown> =>
  tablesOf(db)
    .insertInto('poll_file')
    .values({
      answer_id: file.answerId,
      item: file.item,
      uploaded_by: personId,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      stored_as: file.storedAs,
    })
    .execute()

/** The row; the bytes are removed after the commit. */
export const deleteFile = (db: Db, id: number): Promise<unknown> =>
  tablesOf(db).deleteFrom('poll_file').where('id', '=', id).execute()
