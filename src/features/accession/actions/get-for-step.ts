// The guard of every step: the file within reach, and whether this side may take this step in it now.
import { forbidden } from '#kernel/stop.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Accession, StepKind } from '../accession.ts'
import { mayTakeStep } from '../permissions.ts'
import { getAccession } from '../store.ts'

/** The file, if this viewer may take this step in it; else a stop. */
export async function getForStep(db: Db, viewer: Viewer, id: number, kind: StepKind): Promise<Accession> {
  const file = await getAccession(db, id)
  if (!mayTakeStep(viewer, file, kind)) throw forbidden()
  return file
}
