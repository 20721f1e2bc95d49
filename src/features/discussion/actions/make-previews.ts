// Draw the pictures of attached files: after the upload has been answered, and once more for those that were missed.
import type { JobParts } from '#platform/feature.ts'
import { makePreview } from '#platform/files/previews.ts'
import { removeStored } from '#platform/files/uploads.ts'
import { keepPreview, listWithoutPreview } from '../store-previews.ts'

/** A job has two minutes; what does not fit is left to the next. */
const budget = 60_000
const mostFiles = 100

/** Of one contribution, or of all. May run twice: the second finds nothing to do. */
export async function makePreviews({ system, settings }: JobParts, contributionId?: number): Promise<void> {
  const begun = performance.now()
  for (const file of await listWithoutPreview(system, mostFiles, contributionId)) {
    if (performance.now() - begun > budget) return
    const made = await makePreview(settings.dataDir, file)
    // Removed while it was drawn: nothing of it stays behind.
    if (!(await keepPreview(system, file.id, made))) await removeStored(settings.dataDir, file.storedAs)
  }
}
