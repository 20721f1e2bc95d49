// Translations as they are kept, and what they cost: by the system, since a text is shared by all who read it.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { FailureReason } from '#platform/translation/translator.ts'
import type { TranslationTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TranslationTables>()

export interface Claim {
  readonly contributionId: number
  /** As they were when it was judged that the text may leave. */
  readonly revision: number
  readonly audienceId: number
  readonly reply: { readonly id: number; readonly written: string } | null
  readonly source: string
  readonly target: string
  readonly provider: string
  readonly wording: string
  readonly pieceCount: number
  readonly characters: number
  readonly tokenHash: string
}

/**
 * Takes the place of a translation before anything is sent, so that two who press at once send it once. Undefined: it is there, or
 * on its way since `before`; or the text is no longer published, is hidden, was taken back, or is for others or says something else
 * than what was judged. Until the commit none of that changes; afterwards a change takes the claim away.
 */
export async function claim(system: Db, one: Claim, now: Date, before: Date): Promise<number | undefined> {
  const replyId = one.reply?.id ?? null
  const { rows } = await sql<{ id: number }>`
    with thing as (
      select id from contribution where id = ${one.contributionId} and state = 'published' and hidden_at is null
        and revision = ${one.revision}::int and audience_id = ${one.audienceId}::int for share),
    spoken as (
      select id from reply where id = ${replyId}::int and contribution_id = ${one.contributionId} and withdrawn_at is null
        and hidden_at is null and text = ${one.reply?.written ?? ''} and lang = ${one.source} for share)
    insert into translation as t (contribution_id, reply_id, source, target, provider, wording, piece_count, characters, token_hash, asked_at)
    select thing.id, ${replyId}::int, ${one.source}, ${one.target}, ${one.provider}, ${one.wording}, ${one.pieceCount}::int,
      ${one.characters}::int, ${one.tokenHash}, ${now}
    from thing where ${replyId}::int is null or exists (select 1 from spoken)
    on conflict (contribution_id, coalesce(reply_id, 0), target, provider) do update set
      source = excluded.source, wording = excluded.wording, pieces = null, piece_count = excluded.piece_count,
      characters = excluded.characters, token_hash = excluded.token_hash, asked_at = excluded.asked_at
    where t.wording <> excluded.wording or (t.pieces is null and t.asked_at < ${before})
    returning id`.execute(tablesOf(system))
  return rows[0]?.id
}

/** Keeps what was answered. False: the text has changed or gone meanwhile, and nothing of it is kept. */
export async function fill(system: Db, id: number, tokenHash: string, pieces: readonly string[]): Promise<boolean> {
  const result = await tablesOf(system)
    .updateTable('translation')
    .set({ pieces: JSON.stringify(pieces), token_hash: null })
    .where('id', '=', id)
    .where('token_hash', '=', tokenHash)
    .where('pieces', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Nothing came: the next who asks begins anew. False: it was given up before, or nobody waits for it any more. */
export async function unclaim(system: Db, id: number, tokenHash: string): Promise<boolean> {
  const result = await tablesOf(system)
    .deleteFrom('translation')
    .where('id', '=', id)
    .where('token_hash', '=', tokenHash)
    .where('pieces', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** What was asked for with this token, not before `since`. */
export const findWaiting = (system: Db, tokenHash: string, since: Date) =>
  tablesOf(system)
    .selectFrom('translation')
    .select(['id', 'provider', 'piece_count as pieceCount', 'characters', 'asked_at as askedAt'])
    .where('token_hash', '=', tokenHash)
    .where('pieces', 'is', null)
    .where('asked_at', '>', since)
    .executeTakeFirst()

const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`

/** One text after the other is counted: two at once would both find the last of it. */
const countingLock = 7013871

/** Counts before it is sent. False: with all that other providers were asked for it would be more than the month allows. */
export async function reserve(
  system: Db,
  { provider, characters, atMost }: { readonly provider: string; readonly characters: number; readonly atMost: number },
  now: Date,
): Promise<boolean> {
  return system.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${countingLock})`.execute(db)
    const { rows } = await sql`
      insert into translation_use as u (month, provider, characters, texts)
      select ${monthOf(now)}::date, ${provider}, ${characters}::int, 1
      where (select coalesce(sum(characters), 0) from translation_use where month = ${monthOf(now)}::date) + ${characters}::int <= ${atMost}::int
      on conflict (month, provider) do update set characters = u.characters + excluded.characters, texts = u.texts + 1
      returning 1`.execute(tablesOf(db))
    return rows.length === 1
  })
}

/** Takes back what was counted at that moment, and writes down why. Nothing of the text is in it. */
export async function noteFailure(
  system: Db,
  {
    provider,
    characters,
    reason,
    counted,
  }: { provider: string; characters: number; reason: FailureReason; counted: Date },
  now: Date,
): Promise<void> {
  await sql`update translation_use set characters = greatest(0, characters - ${characters}), texts = greatest(0, texts - 1),
    failures = failures + 1 where month = ${monthOf(counted)}::date and provider = ${provider}`.execute(
    tablesOf(system),
  )
  await tablesOf(system).insertInto('translation_failure').values({ at: now, provider, reason }).execute()
}

/** Asked for again, they are made again. */
export const forgetTranslations = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('translation').where('asked_at', '<', before).execute()

export const forgetFailures = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('translation_failure').where('at', '<', before).execute()
