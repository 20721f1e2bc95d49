// Taking an announcement back: out of every list at once.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayWithdrawAnnouncement } from '../permissions.ts'
import { getAnnouncement } from '../store.ts'

export const withdrawAnnouncement = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    const thing = await getAnnouncement(db, id, viewer.person.lang)
    if (!mayWithdrawAnnouncement(viewer, thing)) throw forbidden()
    if (!(await withdrawContribution(db, thing, now))) return
    const about = { contributionId: thing.id, audienceId: thing.audienceId }
    await recordFact(db, { name: 'announcement.withdrawn', actor: viewer.person, ...about })
  })
