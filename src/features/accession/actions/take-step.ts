// Record a step of the path with its documents: all of it or nothing.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'
import { recordFact } from '#trunk/facts.ts'
import { type Accession, type NewStep, refusalOf, type StepRefusal } from '../accession.ts'
import { mayTakeStep, sideOf } from '../permissions.ts'
import { getAccession, insertDocument, insertStep } from '../store.ts'

/** Runs work on the file in one transaction, entered as whoever came, by a session or by the file's address. */
export type OnFile = <Value>(work: (db: Db, id: number) => Promise<Value>) => Promise<Value>
export type TakeRefusal = StepRefusal | UploadRefusal | 'too-many-files'
const mostFiles = 5

/** What was recorded, for whatever follows from it in the same transaction. */
export type Follow<Refusal extends string> = (db: Db, file: Accession) => Promise<Outcome<void, Refusal>>

async function storeAll(dataDir: string, files: readonly File[]): Promise<Outcome<StoredFile[], TakeRefusal>> {
  if (files.length > mostFiles) return refused('too-many-files')
  const stored: StoredFile[] = []
  for (const file of files) {
    const result = await storeUpload(dataDir, file)
    if (typeof result === 'string') {
      await removeAll(dataDir, stored)
      return refused(result)
    }
    stored.push(result)
  }
  return done(stored)
}
const removeAll = (dataDir: string, stored: readonly StoredFile[]): Promise<unknown> =>
  Promise.all(stored.map(({ storedAs }) => removeStored(dataDir, storedAs)))

/** The file, if this viewer may take this step in it; else a stop. */
export async function getForStep(db: Db, viewer: Viewer, id: number, kind: NewStep['kind']): Promise<Accession> {
  const file = await getAccession(db, id)
  if (!mayTakeStep(viewer, file, kind)) throw forbidden()
  return file
}

/** Rolls the transaction back, with the refusal that it was for. */
class TakenBack extends Error {
  readonly refusal: string
  constructor(refusal: string) {
    super(refusal)
    this.refusal = refusal
  }
}

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
  const file = await getForStep(db, viewer, id, step.kind)
  const refusal = refusalOf(file, step, dayOf(now))
  if (refusal !== undefined) throw new TakenBack(refusal)
  const by = viewer.person?.id ?? null
  const stepId = await insertStep(db, id, { ...step, side: sideOf(viewer, file), by })
  if (stepId === undefined) throw new TakenBack('decided')
  for (const one of stored) await insertDocument(db, id, stepId, one)
  const outcome = await follow?.(db, file)
  if (outcome !== undefined && !outcome.done) throw new TakenBack(outcome.refusal)
  const actor = viewer.person === undefined ? {} : { actor: viewer.person }
  await recordFact(db, { ...actor, name: 'accession.continued', data: { accession: id, step: step.kind } })
}

export async function takeStep<Refusal extends string = never>(
  onFile: OnFile,
  viewer: Viewer,
  taking: Taking<Refusal>,
): Promise<Outcome<void, TakeRefusal | Refusal>> {
  // Asked before anything is written to disk, and again in the transaction that makes it visible.
  await onFile((db, id) => getForStep(db, viewer, id, taking.step.kind))
  const stored = await storeAll(taking.dataDir, taking.files)
  if (!stored.done) return stored
  try {
    await onFile((db, id) => record(db, id, viewer, taking, stored.value))
    return done(undefined)
  } catch (thrown) {
    await removeAll(taking.dataDir, stored.value)
    // Only record() throws it, with one of these.
    if (thrown instanceof TakenBack) return refused(thrown.refusal as TakeRefusal | Refusal)
    throw thrown
  }
}
