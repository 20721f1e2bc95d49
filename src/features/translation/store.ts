// Translations as they are read: by whoever reads the text, as the database holds it.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TranslationTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TranslationTables>()

export interface KnownTranslation {
  readonly replyId: number | null
  readonly wording: string
  /** Null: on its way. */
  readonly pieces: readonly string[] | null
  readonly askedAt: Date
}

/** Into one language, of a contribution itself and of these replies to it. */
export const listTranslations = (
  db: Db,
  contributionId: number,
  replyIds: readonly number[],
  into: { readonly target: string; readonly provider: string },
): Promise<KnownTranslation[]> =>
  tablesOf(db)
    .selectFrom('translation')
    .select(['reply_id as replyId', 'wording', 'pieces', 'asked_at as askedAt'])
    .where('contribution_id', '=', contributionId)
    .where(sql<boolean>`(reply_id is null or reply_id = any(${replyIds}::int[]))`)
    .where('target', '=', into.target)
    .where('provider', '=', into.provider)
    .execute()

export interface TranslationSetting {
  readonly amber: boolean
  /** Characters. */
  readonly monthly: number
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

const usual: TranslationSetting = { amber: false, monthly: 500_000, changedAt: null, changedBy: null }

export async function getSetting(db: Db): Promise<TranslationSetting> {
  const { rows } = await sql<TranslationSetting>`
    select s.amber_to_translation as amber, s.monthly_characters as monthly, s.changed_at as "changedAt", p.name as "changedBy"
    from translation_setting s left join person p on p.id = s.changed_by`.execute(tablesOf(db))
  return rows[0] ?? usual
}

/** As the office of the network; the database refuses everybody else. */
export const putSetting = (
  db: Db,
  { amber, monthly }: Pick<TranslationSetting, 'amber' | 'monthly'>,
  by: number,
  now: Date,
): Promise<unknown> => {
  const values = { amber_to_translation: amber, monthly_characters: monthly, changed_by: by, changed_at: now }
  return tablesOf(db)
    .insertInto('translation_setting')
    .values(values)
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet(values))
    .execute()
}

/** Of the last twelve months, newest first; for everybody but the office of the network the database shows none. */
export const listUse = (db: Db) =>
  tablesOf(db)
    .selectFrom('translation_use')
    .select(['month', 'provider', 'characters', 'texts', 'failures'])
    .orderBy('month', 'desc')
    .orderBy('provider')
    .limit(24)
    .execute()
export type Use = Awaited<ReturnType<typeof listUse>>[number]

export const listFailures = (db: Db) =>
  tablesOf(db)
    .selectFrom('translation_failure')
    .select(['at', 'provider', 'reason'])
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
export type Failure = Awaited<ReturnType<typeof listFailures>>[number]
