// Mute a contribution for oneself, or hear of it again.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { mute, unmute } from '#trunk/muting.ts'

export const setMute = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  wanted: boolean,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const contribution =
      contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, viewer.person.lang)
    if (contribution === undefined) throw notFound()
    await (wanted ? mute : unmute)(db, viewer.person.id, contribution.id)
    return contribution
  })
