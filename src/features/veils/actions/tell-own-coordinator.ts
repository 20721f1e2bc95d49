// The asker says whether the coordinator of their own city may know that they asked.
import { notFound } from '#kernel/stop.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { tellCoordinator } from '#trunk/veils.ts'

export const tellOwnCoordinator = (asPerson: AsPerson, contributionId: number, knows: boolean): Promise<void> =>
  asPerson(async (db) => {
    if (!(await tellCoordinator(db, contributionId, knows))) throw notFound()
  })
