// Practices one by one: write, change, read.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { isEvidenceLevel, type Practice, type PracticeTexts, partNames } from './practice.ts'
import type { PracticeTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PracticeTables>()

const rowOf = (texts: PracticeTexts) => ({
  ...Object.fromEntries(partNames.map((name) => [name, texts[name]])),
  measured_when: texts.measuredWhen,
  year_start: texts.yearStart,
  year_end: texts.yearEnd,
  evidence: texts.evidence,
  sources: JSON.stringify(texts.sources),
})

export async function insertPractice(
  db: Db,
  id: number,
  texts: PracticeTexts,
  fromPublicSources = false,
): Promise<void> {
  await tablesOf(db)
    .insertInto('practice')
    .values({ contribution_id: id, from_public_sources: fromPublicSources, ...rowOf(texts) } as never)
    .execute()
}

/** Whoever changes it has looked at it: it counts as current again. */
export async function updatePractice(db: Db, id: number, texts: PracticeTexts): Promise<void> {
  const row = { ...rowOf(texts), currency: 'current' as const }
  await tablesOf(db).updateTable('practice').set(row).where('contribution_id', '=', id).execute()
}

const findTexts = (db: Db, id: number) =>
  tablesOf(db).selectFrom('practice').selectAll().where('contribution_id', '=', id).executeTakeFirst()

/** The whole practice within the viewer's reach, or a stop (not found, gone). */
export async function getPractice(db: Db, id: number | undefined, lang: Lang): Promise<Practice> {
  const [contribution, row] = await Promise.all([getContribution(db, 'practice', id, lang), findTexts(db, id ?? 0)])
  if (row === undefined) throw await whyOutOfReach(db, id ?? 0)
  return {
    ...contribution,
    ...row,
    evidence: row.evidence !== null && isEvidenceLevel(row.evidence) ? row.evidence : null,
    measuredWhen: row.measured_when,
    yearStart: row.year_start,
    yearEnd: row.year_end,
    fromPublicSources: row.from_public_sources,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
  }
}
