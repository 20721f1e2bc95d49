// Files of the demonstration, as the system: nobody is there yet who could be asked.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { emptyStep, type MemberKind, type Side, type StepContent, type StepKind } from './accession.ts'
import { insertStep } from './store.ts'
import { keepDraft } from './store-paper.ts'
import type { AccessionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AccessionTables>()

export interface InventedFile {
  /** Slug of an organisation of the register, or null. */
  readonly organisation: string | null
  readonly kind: MemberKind
  readonly name: string
  readonly country: string
  readonly population: number
  readonly populationYear: number
  readonly populationSource: string
  readonly contactName: string
  readonly contactEmail: string
  readonly lang: Lang
  readonly admittedAt: string | null
  readonly steps: readonly (Partial<StepContent> & {
    readonly kind: StepKind
    readonly day: string
    readonly side: Side
  })[]
  readonly paper: { readonly lang: Lang; readonly paragraphs: Readonly<Record<string, string>> } | null
}

/** As `app.take_enquiry` finds it. */
async function findForumThatAdmits(db: Db, country: string): Promise<number | null> {
  const row = await tablesOf(db)
    .selectFrom('forum')
    .select('id')
    .where('country', '=', country)
    .where('membership_rule', '=', 'automatic-from-forum')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

async function insertFile(db: Db, file: InventedFile): Promise<number> {
  const organisation = await tablesOf(db)
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', file.organisation ?? '')
    .executeTakeFirst()
  const { id } = await tablesOf(db)
    .insertInto('accession')
    .values({
      organisation_id: organisation?.id ?? null,
      forum_id: await findForumThatAdmits(db, file.country),
      kind: file.kind,
      name: file.name,
      country: file.country,
      population: file.population,
      population_year: file.populationYear,
      population_source: file.populationSource,
      contact_name: file.contactName,
      contact_email: file.contactEmail,
      lang: file.lang,
      admitted_at: file.admittedAt === null ? null : new Date(file.admittedAt),
      demonstration: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** A second time changes nothing. */
export async function putFile(system: Db, file: InventedFile, now: Date): Promise<void> {
  const known = tablesOf(system).selectFrom('accession').select('id').where('name', '=', file.name)
  if ((await known.where('demonstration', '=', true).executeTakeFirst()) !== undefined) return
  await system.transaction().execute(async (db) => {
    const id = await insertFile(db, file)
    for (const step of file.steps) await insertStep(db, id, { ...emptyStep, ...step, by: null, at: noonOf(step.day) })
    if (file.paper !== null)
      await keepDraft(db, id, file.paper.lang, { paragraphs: file.paper.paragraphs, revision: 0 }, now)
  })
}
