// Files of accession with their steps and documents. Row-level security decides whose file there is.
import { sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/uploads.ts'
import { sha256 } from '#platform/identity/token.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Accession, AccessionState, Document, Side, Step, StepContent, StepKind } from './accession.ts'
import { stateOf } from './accession.ts'
import type { AccessionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AccessionTables>()

/** Enters by the secret of a personal address, for this transaction; false for a wrong one. */
export async function enterByAddress(db: Db, id: number, token: string): Promise<boolean> {
  const { rows } = await sql<{
    entered: boolean
  }>`select app.enter_accession(${id}, ${sha256(token)}) as entered`.execute(db)
  return rows[0]?.entered === true
}

const files = (db: Db) =>
  tablesOf(db)
    .selectFrom('accession as a')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.organisation_id as organisationId',
      'o.slug as organisationSlug',
      'a.forum_id as forumId',
      'a.kind',
      'a.name',
      'a.country',
      'a.population',
      'a.population_year as populationYear',
      'a.population_source as populationSource',
      'a.contact_name as contactName',
      'a.contact_email as contactEmail',
      'a.lang',
      'a.demonstration',
    ])

const listSteps = (db: Db, id: number): Promise<Omit<Step, 'documents'>[]> =>
  tablesOf(db)
    .selectFrom('accession_step')
    .select(['id', 'kind', sql<string>`day::text`.as('day'), 'side', 'at', 'promised', 'note'])
    .select(['proposed_by as proposedBy', 'person_name as personName', 'person_email as personEmail'])
    .select(
      sql<
        StepContent['votes']
      >`case when votes_for is not null then jsonb_build_object('for', votes_for, 'against', votes_against,
        'abstained', votes_abstained) end`.as('votes'),
    )
    .where('accession_id', '=', id)
    .orderBy('id')
    .limit(1000)
    .execute()

const documents = (db: Db) =>
  tablesOf(db)
    .selectFrom('accession_document')
    .select(['id', 'step_id as stepId', 'name', 'media_type as mediaType', 'size', 'stored_as as storedAs'])

/** The file with all that was recorded in it, oldest first; the stop `not-found` where it is out of reach. */
export async function getAccession(db: Db, id: number | undefined): Promise<Accession> {
  if (id === undefined) throw notFound()
  const [file, steps, papers] = await Promise.all([
    files(db).where('a.id', '=', id).executeTakeFirst(),
    listSteps(db, id),
    documents(db).where('accession_id', '=', id).orderBy('id').limit(1000).execute(),
  ])
  if (file === undefined) throw notFound()
  const of = (step: number) => papers.filter(({ stepId }) => stepId === step)
  return { ...file, steps: steps.map((step) => ({ ...step, documents: of(step.id) })) }
}

export const findDocument = (db: Db, accessionId: number, id: number): Promise<Document | undefined> =>
  documents(db).where('accession_id', '=', accessionId).where('id', '=', id).executeTakeFirst()

export interface AccessionLine {
  readonly id: number
  readonly name: string
  readonly country: string
  readonly population: number
  readonly forumId: number | null
  readonly demonstration: boolean
  readonly kinds: readonly StepKind[]
  readonly state: AccessionState
  /** When something was recorded last. */
  readonly lastAt: Date
}

/** All that are within reach, those where something happened last first. */
export async function listAccessions(db: Db): Promise<AccessionLine[]> {
  const lines = await files(db)
    .select([
      sql<StepKind[]>`array(select kind from accession_step s where s.accession_id = a.id order by s.id)`.as('kinds'),
      sql<Date>`coalesce((select max(at) from accession_step s where s.accession_id = a.id), a.created_at)`.as(
        'lastAt',
      ),
    ])
    .orderBy('lastAt', 'desc')
    .orderBy('a.id')
    .limit(1000)
    .execute()
  return lines.map((line) => ({ ...line, state: stateOf(line.kinds) }))
}

/** The file of this organisation, where the viewer reaches one. */
export const findAccessionOf = (db: Db, organisationId: number): Promise<{ id: number } | undefined> =>
  tablesOf(db)
    .selectFrom('accession')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** Until the transaction ends, whoever adds to this file waits for whoever did before. */
export async function lockAccession(db: Db, id: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7013881, ${id}::int)`.execute(db)
}

/** Gives the step's id; undefined where somebody was faster with a decision that is taken once. */
export async function insertStep(
  db: Db,
  accessionId: number,
  step: StepContent & { readonly side: Side; readonly by: number | null; readonly at?: Date },
): Promise<number | undefined> {
  const { votes } = step
  const row = await tablesOf(db)
    .insertInto('accession_step')
    .values({
      accession_id: accessionId,
      kind: step.kind,
      day: step.day,
      side: step.side,
      by_person: step.by,
      votes_for: votes?.for ?? null,
      votes_against: votes?.against ?? null,
      votes_abstained: votes?.abstained ?? null,
      proposed_by: step.proposedBy,
      promised: step.promised,
      person_name: step.personName,
      person_email: step.personEmail,
      note: step.note,
      ...(step.at === undefined ? {} : { at: step.at }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const insertDocument = (db: Db, accessionId: number, stepId: number, file: StoredFile): Promise<unknown> =>
  tablesOf(db)
    .insertInto('accession_document')
    .values({
      accession_id: accessionId,
      step_id: stepId,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      stored_as: file.storedAs,
    })
    .execute()

/** The organisation that is admitted, made where the register has none; null where it was decided meanwhile. */
export async function admitOrganisation(db: Db, id: number, slug: string, name: string): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`select app.admit_accession(${id}, ${slug}, ${name}) as id`.execute(
    db,
  )
  return rows[0]?.id ?? null
}
