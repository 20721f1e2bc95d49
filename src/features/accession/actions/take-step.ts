// Record a step of the path with its documents: all of it or nothing.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { StoredFile } from '#platform/files/uploads.ts'
import { recordFact } from '#trunk/facts.ts'
import { type Accession, type NewStep, refusalOf, type StepRefusal } from '../accession.ts'
import { sideOf } from '../permissions.ts'
import { insertDocument, insertStep, lockAccession } from '../store.ts'
import { getForStep } from './get-for-step.ts'
import { type DocumentRefusal, fitsInto, removeDocuments, storeDocuments } from './store-documents.ts'

/** Runs work on the file in one transaction, entered as whoever came, by a session or by the file's address. */
export type OnFile = <Value>(work: (db: Db, id: number) => Promise<Value>) => Promise<Value>
export type TakeRefusal = StepRefusal | DocumentRefusal

/** What was recorded, for whatever follows from it in the same transaction. */
export type Follow<Refusal extends string> = (db: Db, file: Accession) => Promise<Outcome<void, Refusal>>

/** Rolls the transaction back; its message is the refusal that it was for. */
class TakenBack extends Error {}

export interface Taking<Refusal extends string> {
  readonly step: NewStep
  readonly files: readonly File[]
  readonly dataDir: string
  readonly now: Date
  readonly follow?: Follow<Refusal>
}

const record = async <Refusal extends string>(
  db: Db,
  id: number,
  viewer: Viewer,
  { step, now, follow }: Taking<Refusal>,
  stored: readonly StoredFile[],
): Promise<void> => {
  // Whoever sends documents at the same moment comes after: both together might be too much.
  await lockAccession(db, id)
  const file = await getForStep(db, viewer, id, step.kind)
  if (!fitsInto(file, stored)) throw new TakenBack('full')
  const refusal = refusalOf(file, step, dayOf(now))
  if (refusal !== undefined) throw new TakenBack(refusal)
  const by = viewer.person?.id ?? null
  const stepId = await insertStep(db, id, { ...step, side: sideOf(viewer, file), by })
  if (stepId === undefined) throw new TakenBack('decided')
  for (const one of stored) await insertDocument(db, id, stepId, one)
  const outcome = await follow?.(db, file)
  if (outcome !== undefined && !outcome.done) throw new TakenBack(outcome.refusal)
  const actor = viewer.person === undefined ? {} : { actor: viewer.person }
  await recordFact(db, { ...actor, name: 'enquiry.continued', data: { accession: id, step: step.kind } })
}

export async function takeStep<Refusal extends string = never>(
  onFile: OnFile,
  viewer: Viewer,
  taking: Taking<Refusal>,
): Promise<Outcome<void, TakeRefusal | Refusal>> {
  // Asked before anything is written to disk, and again in the transaction that makes it visible.
  const file = await onFile((db, id) => getForStep(db, viewer, id, taking.step.kind))
  if (!fitsInto(file, taking.files)) return refused('full')
  const stored = await storeDocuments(taking.dataDir, taking.files)
  if (!stored.done) return stored
  try {
    await onFile((db, id) => record(db, id, viewer, taking, stored.value))
    return done(undefined)
  } catch (thrown) {
    await removeDocuments(taking.dataDir, stored.value)
    // Only record() throws it, with one of these.
    if (thrown instanceof TakenBack) return refused(thrown.message as TakeRefusal | Refusal)
    throw thrown
  }
}
