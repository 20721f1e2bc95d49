// Sections that wait to be taken over; row-level security shows them to whoever may change the practice.
import type { Db } from '#platform/db/database.ts'
import { isPlace, type Section, type WaitingSection } from './section.ts'
import type { DraftingTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<DraftingTables>()

export async function keepSections(db: Db, contributionId: number, sections: readonly Section[]): Promise<void> {
  if (sections.length === 0) return
  const rows = sections.map(({ heading, text, proposed }, position) => ({
    contribution_id: contributionId,
    position,
    heading: heading.slice(0, 300),
    text,
    proposed: proposed ?? null,
  }))
  await tablesOf(db).insertInto('draft_section').values(rows).execute()
}

/** In the order of the document. */
export async function listSections(db: Db, contributionId: number): Promise<WaitingSection[]> {
  const rows = await tablesOf(db)
    .selectFrom('draft_section')
    .select(['id', 'heading', 'text', 'proposed'])
    .where('contribution_id', '=', contributionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, proposed: isPlace(row.proposed) ? row.proposed : undefined }))
}

export async function countSections(db: Db, contributionId: number): Promise<number> {
  const row = await tablesOf(db)
    .selectFrom('draft_section')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export async function forgetSections(db: Db, contributionId: number): Promise<void> {
  await tablesOf(db).deleteFrom('draft_section').where('contribution_id', '=', contributionId).execute()
}

/** Whoever's they are: for the system. */
export async function forgetOldSections(system: Db, before: Date): Promise<void> {
  await tablesOf(system).deleteFrom('draft_section').where('created_at', '<', before).execute()
}
