// Mails about requests: to the hosts that somebody asks, to whoever asked what the answer is. And to whoever looks after a room from now
// on. Whoever has left meanwhile, or whose room is gone, hears nothing.
import type { Fact } from '#platform/facts.ts'
import type { JobParts } from '#platform/feature.ts'
import { whenToMail } from '../../notices/public.ts'
import { inRoom, roomPath } from '../paths.ts'
import { findAsking, findDeclined, findHost, findInside, listHosts } from '../store-guests.ts'
import { writeMail } from '../write-mail.ts'

export async function tellHosts(parts: JobParts, fact: Fact): Promise<void> {
  const roomId = Number(fact.data.room)
  const asking = await findAsking(parts.system, roomId, fact.actorId ?? 0)
  if (asking === undefined) return
  const link = `${parts.settings.baseUrl}${inRoom(roomId, 'members')}`
  for (const host of await listHosts(parts.system, roomId)) {
    if ((await whenToMail(parts, { personId: host.personId, factId: fact.id })) !== 'now') continue
    const values = { name: asking.name, room: asking.roomName, text: asking.text, link }
    const about = { personId: host.personId, roomId }
    await writeMail(parts, host, { words: 'requested', values, about, id: `room-request-${fact.id}-${host.email}` })
  }
}

export async function tellAnswer(parts: JobParts, fact: Fact): Promise<void> {
  const [roomId, personId] = [Number(fact.data.room), Number(fact.data.person)]
  const admitted = fact.name === 'room.member-admitted'
  const person = await (admitted ? findInside : findDeclined)(parts.system, roomId, personId)
  if (person === undefined) return
  const { roomName: room } = person
  const values = { room, link: `${parts.settings.baseUrl}${roomPath(roomId, room)}` }
  const about = { personId, ...(admitted && { roomId }) }
  await writeMail(parts, person, {
    words: admitted ? 'admitted' : 'declined',
    values,
    about,
    id: `room-answer-${fact.id}`,
  })
}

/** They did not ask for it: whoever looked after the room is gone. */
export async function tellNewHost(parts: JobParts, fact: Fact): Promise<void> {
  const [roomId, personId] = [Number(fact.data.room), Number(fact.data.person)]
  const person = await findHost(parts.system, roomId, personId)
  if (person === undefined) return
  if ((await whenToMail(parts, { personId, factId: fact.id })) !== 'now') return
  const values = { room: person.roomName, link: `${parts.settings.baseUrl}${inRoom(roomId, 'members')}` }
  await writeMail(parts, person, { words: 'passed', values, about: { personId, roomId }, id: `room-passed-${fact.id}` })
}
