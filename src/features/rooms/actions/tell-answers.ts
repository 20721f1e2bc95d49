// Mails about requests: to the hosts that somebody asks, to whoever asked what the answer is. And to whoever looks after a room from now on.
import type { Fact } from '#platform/facts.ts'
import type { JobParts } from '#platform/feature.ts'
import { whenToMail } from '../../notices/public.ts'
import { inRoom, roomPath } from '../paths.ts'
import { findAddressee, findAsking, findRoomName, listHosts } from '../store-guests.ts'
import { writeMail } from '../write-mail.ts'

export async function tellHosts(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const asking = await findAsking(parts.system, roomId, fact.actorId ?? 0)
  if (asking === undefined) return
  const link = `${parts.settings.baseUrl}${inRoom(roomId, 'members')}`
  for (const host of await listHosts(parts.system, roomId)) {
    if ((await whenToMail(parts, { personId: host.id, factId: fact.id })) !== 'now') continue
    const values = { name: asking.name, room: asking.roomName, text: asking.text, link }
    await writeMail(parts, host, { words: 'requested', values, id: `room-request-${fact.id}-${host.email}` })
  }
}

export async function tellAnswer(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const person = await findAddressee(parts.system, Number(fact.data.person))
  const room = await findRoomName(parts.system, roomId)
  if (person === undefined || room === undefined) return
  const words = fact.name === 'room.member-admitted' ? 'admitted' : 'declined'
  const link = `${parts.settings.baseUrl}${roomPath(roomId, '')}`
  await writeMail(parts, person, { words, values: { room, link }, id: `room-answer-${fact.id}` })
}

/** They did not ask for it: whoever looked after the room is gone. */
export async function tellNewHost(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const person = await findAddressee(parts.system, Number(fact.data.person))
  const room = await findRoomName(parts.system, roomId)
  if (person === undefined || room === undefined) return
  if ((await whenToMail(parts, { personId: person.id, factId: fact.id })) !== 'now') return
  const link = `${parts.settings.baseUrl}${inRoom(roomId, 'members')}`
  await writeMail(parts, person, { words: 'passed', values: { room, link }, id: `room-passed-${fact.id}` })
}
