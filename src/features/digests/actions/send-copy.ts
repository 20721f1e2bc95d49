// Sends somebody the digest they looked at, at once; it counts for nothing: the next one comes when it is due.
import type { JobParts } from '#platform/feature.ts'
import { findHabits } from '../../notices/public.ts'
import { nextDigest } from '../due.ts'
import { isEmpty } from '../edition.ts'
import { listOwnRhythms } from '../own-rhythms.ts'
import { findRecipient, listLast } from '../store.ts'
import { writeFor } from './write-for.ts'

/** `factId`: names the mail, so that a second try is the same one. */
export async function sendCopy(parts: JobParts, personId: number, factId: number): Promise<void> {
  const { system, mail, now } = parts
  const [habits, recipient] = [await findHabits(system, personId), await findRecipient(system, personId)]
  if (habits === undefined || recipient === undefined) return
  const searches = (await listOwnRhythms(parts.features, system, [personId]))(personId)
  const last = (await listLast(system, [personId])).get(personId) ?? { lastDay: null, lastWeekly: null }
  const next = nextDigest({ ...habits, searches }, last, now())
  if (next === undefined) return
  const digest = await writeFor(parts, personId, recipient, { ...next, rhythms: habits.rhythms, searches })
  if (digest === undefined || isEmpty(digest.edition)) return
  const letter = { to: recipient.email, ...digest.letter, id: `digest-copy-${factId}`, endAddress: digest.ending }
  await mail({ ...letter, about: { personId } })
}
