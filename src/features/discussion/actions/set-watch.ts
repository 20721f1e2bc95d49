// Watch a contribution, or stop watching it.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { unwatch, watch } from '#trunk/watching.ts'

export const setWatch = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  wanted: boolean,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const contribution =
      contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, viewer.person.lang)
    if (contribution === undefined) throw notFound()
    await (wanted ? watch : unwatch)(db, viewer.person.id, contribution.id)
    return contribution
  })
