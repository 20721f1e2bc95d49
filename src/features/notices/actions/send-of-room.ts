// Telling somebody at once of what is new in a room and is no contribution: by mail, on their devices.
import { tlpLabel } from '#kernel/audience.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import type { RoomThing } from '#platform/page-parts.ts'
import { endingAddress } from '../ending.ts'
import { noticesPath } from '../paths.ts'
import { findRoomThings } from '../room-things.ts'
import { findRoomLetter, type RoomLetter } from '../store-of-rooms.ts'
import { reasonOf } from '../why.ts'
import { handOut } from './tell.ts'

type Settings = Pick<JobParts['settings'], 'baseUrl' | 'networkName' | 'secret'>

/** Under the Chatham House Rule no mail says in which room, nor of what. */
export function roomWords(
  { personId, name, lang, roomId, what }: Pick<RoomLetter, 'personId' | 'name' | 'lang' | 'roomId' | 'what'>,
  thing: RoomThing,
  { baseUrl, networkName, secret }: Settings,
): MailWords & { readonly endAddress: string } {
  const t = translator(lang)
  const why = [{ by: 'audience', ref: String(roomId) } as const]
  const ending = `${baseUrl}${endingAddress({ personId, contributionId: 0, why }, secret)}`
  const link = `${baseUrl}${thing.path}`
  const foot = (reason?: (typeof why)[0]) => t('notices.mail-foot', { why: reasonOf(t, [], reason), ending })
  if (thing.chatham)
    return {
      subject: t('notices.mail-subject-protected', { network: networkName }),
      text: t('notices.mail-text-protected', { name, link: `${baseUrl}${noticesPath}` }),
      ...{ why: foot(), endAddress: ending },
    }
  const [title, room] = [oneLine(thing.title), oneLine(thing.roomName)]
  const words = t(`notices.mail-text-${what}`, { name, title, room, when: thing.when(t.lang), link })
  return {
    subject: t(`notices.mail-subject-${what}`, { title }),
    text: `${tlpLabel('room')}\n\n${words}`,
    ...{ why: foot(why[0]), endAddress: ending },
  }
}

/** `heard`: the fact that is heard once more where it is quiet now. */
export async function sendOfRoom(parts: JobParts, noticeId: number, heard: number): Promise<void> {
  const letter = await findRoomLetter(parts.system, noticeId)
  if (letter === undefined) return
  const { personId, roomId, item, factId, what, byId, onDevices } = letter
  const things = await parts.readAs(personId, (db) => findRoomThings(parts.features, db, [item]))
  const thing = things.get(item)
  if (thing === undefined || thing.calledOff !== (what === 'meeting-off') || thing.at < parts.now()) return
  const id = `notice-${factId}-${personId}`
  const about = { personId, roomId, byId: byId ?? undefined }
  await handOut(parts, {
    ...{ personId, factId, heard, area: 'rooms', onDevices },
    push: { roomId, byId },
    mail: () => ({ to: letter.email, ...roomWords(letter, thing, parts.settings), id, about }),
  })
}
