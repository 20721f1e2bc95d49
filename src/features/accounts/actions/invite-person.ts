// Inviting somebody into an organisation; the mail goes out after the commit.
import type { Lang } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Role, SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { MailWords, SendMail, Settings } from '#platform/feature.ts'
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

type MailParts = { readonly mail: SendMail; readonly settings: Settings; readonly now: () => Date }

type Invited = Omit<Invitation, 'role'> & { readonly organisationName: string; readonly invitedBy: string | null }

/** In the language of the person invited. `link`: the whole address by which they come in. */
export function invitationWords(to: Omit<Invited, 'email'>, network: string, link: string): MailWords {
  const t = translator(to.lang)
  const values = { name: to.name, organisation: to.organisationName, network, link, days: invitationDays }
  const text = t('accounts.invitation-mail-text', { ...values, inviter: to.invitedBy ?? network })
  return {
    subject: t('accounts.invitation-mail-subject', values),
    text,
    why: t('accounts.invitation-mail-why', values),
  }
}

/** `within`: the transaction that keeps the digest of the token. */
export async function writeInvitation(parts: MailParts, to: Invited, token: string, within: Db): Promise<void> {
  const { baseUrl, networkName } = parts.settings
  const words = invitationWords(to, networkName, `${baseUrl}${paths.invitationWith(token)}`)
  const letsIn = { until: daysAfter(parts.now(), invitationDays) }
  await parts.mail({ to: to.email, ...words, letsIn }, within)
}

/** The job after the commit. The secret is made here, so that it is nowhere but in the mail; heard again, it finds the mark. */
export const sendInvitation = (parts: MailParts & { system: Db }, id: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    const invitation = await findUnsentInvitation(db, id, parts.now())
    if (invitation === undefined) return
    const token = newToken()
    await changeInvitation(db, id, { token_hash: sha256(token) })
    await writeInvitation(parts, invitation, token, db)
    await changeInvitation(db, id, { mailed_at: parts.now() })
  })
