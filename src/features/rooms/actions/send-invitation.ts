// The mail of an invitation, after the commit, in its reader's language.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { guestPath, roomPath } from '../paths.ts'
import { changeInvitation, findAddressee, findByAddress, findInvitation, type OpenInvitation } from '../store-guests.ts'
import { writeMail } from '../write-mail.ts'

/**
 * By name, or to an address: whoever has an account there signs in, everybody else gets a secret of their own. A guest too:
 * until they read it their time may be over, and their account gone.
 */
async function linkFor(
  system: Db,
  invitation: OpenInvitation,
): Promise<{ email: string; lang: Lang; path: string; secret?: true } | undefined> {
  const known =
    invitation.personId === null
      ? await findByAddress(system, invitation.email ?? '')
      : await findAddressee(system, invitation.personId)
  if (known !== undefined && !known.guest) return { ...known, path: roomPath(invitation.roomId, invitation.roomName) }
  if (invitation.email === null) return undefined
  const token = newToken()
  await changeInvitation(system, invitation.id, { token_hash: sha256(token) })
  return {
    email: invitation.email,
    lang: known?.lang ?? invitation.lang,
    path: `${guestPath}?token=${token}`,
    secret: true,
  }
}

async function write(parts: JobParts, db: Db, id: number): Promise<void> {
  const invitation = await findInvitation(db, id)
  if (invitation === undefined || invitation.mailedAt !== null) return
  const to = await linkFor(db, invitation)
  if (to === undefined) return
  const values = {
    inviter: invitation.invitedBy,
    room: invitation.roomName,
    link: `${parts.settings.baseUrl}${to.path}`,
  }
  const letsIn = to.secret && { letsIn: { until: invitation.expiresAt } }
  await writeMail(parts, to, { words: 'invited', values, id: `room-invitation-${id}`, ...letsIn }, db)
  await changeInvitation(db, id, { mailed_at: parts.now() })
}

/** Secret, mail and mark, or none of them. */
export const sendInvitation = (parts: JobParts, id: number): Promise<void> =>
  parts.system.transaction().execute((db) => write(parts, db, id))
