// Take a document out of its room; its versions are kept, and shown to nobody else.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayWithdrawDocument } from '../permissions.ts'
import { getDocument } from '../store.ts'

export const withdrawDocument = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const document = await getDocument(db, id, viewer.person.lang)
    if (!mayWithdrawDocument(viewer, document)) throw forbidden()
    if (await withdrawContribution(db, document, now)) {
      const about = { contributionId: document.id, audienceId: document.audienceId }
      await recordFact(db, { name: 'document.withdrawn', actor: viewer.person, ...about })
    }
    return document
  })
