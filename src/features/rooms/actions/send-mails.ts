// Mails about coming in: invitations, requests to the hosts, their answers. After the commit, each in its reader's language.
import type { Lang } from '#kernel/locale.ts'
import type { Fact } from '#platform/facts.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { guestPath, inRoom, roomPath } from '../paths.ts'
import {
  changeInvitation,
  findAddressee,
  findAsking,
  findByAddress,
  findInvitation,
  findRoomName,
  listHosts,
  type OpenInvitation,
} from '../store-guests.ts'

type Values = Record<string, string>
const write = (
  { mail, settings }: JobParts,
  { email, lang }: { readonly email: string; readonly lang: Lang },
  { words, values, id }: { readonly words: string; readonly values: Values; readonly id: string },
): Promise<void> => {
  const t = translator(lang)
  const all = { network: settings.networkName, ...values }
  return mail({
    to: email,
    subject: t(`rooms.mail-${words}-subject`, all),
    text: t(`rooms.mail-${words}-text`, all),
    id,
  })
}

/** By name, or to an address: whoever has an account there signs in, everybody else gets a secret of their own. */
async function linkFor(
  parts: JobParts,
  invitation: OpenInvitation,
): Promise<{ email: string; lang: Lang; path: string } | undefined> {
  const { system } = parts
  const known =
    invitation.personId === null
      ? await findByAddress(system, invitation.email ?? '')
      : await findAddressee(system, invitation.personId)
  if (known !== undefined) return { ...known, path: roomPath(invitation.roomId, '') }
  if (invitation.email === null) return undefined
  const token = newToken()
  await changeInvitation(system, invitation.id, { token_hash: sha256(token) })
  return { email: invitation.email, lang: invitation.lang, path: `${guestPath}?token=${token}` }
}

export async function sendInvitation(parts: JobParts, id: number): Promise<void> {
  const invitation = await findInvitation(parts.system, id)
  if (invitation === undefined || invitation.mailedAt !== null) return
  const to = await linkFor(parts, invitation)
  if (to === undefined) return
  const values = {
    inviter: invitation.invitedBy,
    room: invitation.roomName,
    link: `${parts.settings.baseUrl}${to.path}`,
  }
  await write(parts, to, { words: 'invited', values, id: `room-invitation-${id}` })
  await changeInvitation(parts.system, id, { mailed_at: parts.now() })
}

export async function tellHosts(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const asking = await findAsking(parts.system, roomId, fact.actorId ?? 0)
  if (asking === undefined) return
  const link = `${parts.settings.baseUrl}${inRoom(roomId, 'members')}`
  for (const host of await listHosts(parts.system, roomId)) {
    const values = { name: asking.name, room: asking.roomName, text: asking.text, link }
    await write(parts, host, { words: 'requested', values, id: `room-request-${fact.id}-${host.email}` })
  }
}

export async function tellAnswer(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const person = await findAddressee(parts.system, Number(fact.data.person))
  const room = await findRoomName(parts.system, roomId)
  if (person === undefined || room === undefined) return
  const words = fact.name === 'room.member-admitted' ? 'admitted' : 'declined'
  const link = `${parts.settings.baseUrl}${roomPath(roomId, '')}`
  await write(parts, person, { words, values: { room, link }, id: `room-answer-${fact.id}` })
}
