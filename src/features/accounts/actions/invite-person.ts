// Inviting somebody into an organisation; the mail goes out after the commit.
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Role, SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { SendMail, Settings } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { daysAfter, invitationDays } from '../account.ts'
import { paths } from '../paths.ts'
import { mayGiveRole, maySteerColleagues } from '../permissions.ts'
import { insertInvitation, isAddressTaken, revokeEarlier } from '../store-invitations.ts'
import { changeInvitation, findUnsentInvitation } from '../store-joining.ts'

export interface Invitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
}

/** `organisationId`: of an organisation that `findSteeredOrganisation` gave; the database's own policy asks again. */
export async function invitePerson(
  db: Db,
  viewer: SignedIn,
  organisationId: number,
  invitation: Invitation,
  now: Date,
): Promise<Outcome<number, 'taken'>> {
  if (!maySteerColleagues(viewer) || !mayGiveRole(viewer, invitation.role, organisationId)) throw forbidden()
  if (await isAddressTaken(db, invitation.email)) return refused('taken')
  await revokeEarlier(db, organisationId, invitation.email, now)
  const id = await insertInvitation(db, {
    ...invitation,
    organisationId,
    forumId: invitation.role === 'office' ? viewer.person.forumId : null,
    invitedBy: viewer.person.id,
    expiresAt: daysAfter(now, invitationDays),
  })
  await recordFact(db, { name: 'person.invited', actor: viewer.person, data: { invitation: id } })
  return done(id)
}

type MailParts = { readonly mail: SendMail; readonly settings: Settings }

/** The mail in the language of the person invited. */
export async function writeInvitation(
  parts: MailParts,
  to: Omit<Invitation, 'role'> & { readonly organisationName: string; readonly invitedBy: string | null },
  token: string,
): Promise<void> {
  const t = translator(to.lang)
  const network = parts.settings.networkName
  const link = `${parts.settings.baseUrl}${paths.invitationWith(token)}`
  const values = { name: to.name, organisation: to.organisationName, network, link, days: invitationDays }
  await parts.mail({
    to: to.email,
    subject: t('accounts.invitation-mail-subject', values),
    text: t('accounts.invitation-mail-text', { ...values, inviter: to.invitedBy ?? network }),
  })
}

/** The job after the commit. The secret is made here, so that it is nowhere but in the mail; done again, a new one counts. */
export async function sendInvitation(parts: MailParts & { system: Db; now: () => Date }, id: number): Promise<void> {
  const invitation = await findUnsentInvitation(parts.system, id, parts.now())
  if (invitation === undefined) return
  const token = newToken()
  await changeInvitation(parts.system, id, { token_hash: sha256(token) })
  await writeInvitation(parts, invitation, token)
  await changeInvitation(parts.system, id, { mailed_at: parts.now() })
}
