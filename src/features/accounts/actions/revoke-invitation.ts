// Taking an invitation back before it was accepted.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { revokeInvitation } from '../store-invitations.ts'

export async function takeInvitationBack(db: Db, viewer: SignedIn, id: number | undefined, now: Date): Promise<void> {
  if (id === undefined || (await revokeInvitation(db, id, now)) === undefined) throw notFound()
  await recordFact(db, { name: 'invitation.revoked', actor: viewer.person, data: { invitation: id } })
}
