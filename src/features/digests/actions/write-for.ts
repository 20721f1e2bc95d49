// Writes a digest from a job: as the system it learns what is wished, as its reader what there is.
import { isSignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { findHabits } from '../../notices/public.ts'
import { isEmpty, saysNews } from '../edition.ts'
import { listOwnRhythms, ownRhythmsOf } from '../own-rhythms.ts'
import { findRecipient, listPaused, listSaid, type OpenDigest, type Recipient } from '../store.ts'
import { areasOf, type Digest, readingOf, type Wish, writeDigest } from '../write-digest.ts'

/** Undefined: whoever it was for is nobody any more. */
export const writeFor = (
  { readAs, features, settings, now }: JobParts,
  personId: number,
  recipient: Recipient,
  wish: Wish,
): Promise<Digest | undefined> =>
  readAs(personId, async (db, viewer) => {
    if (!isSignedIn(viewer)) return undefined
    const reading = readingOf({ db, viewer, t: translator(recipient.lang), now: now(), features })
    return writeDigest(reading, wish, settings)
  })

/** Undefined: there is nothing to send. */
export async function writeOpen(parts: JobParts, transaction: Db, { personId, day, weekly }: OpenDigest) {
  const [habits, recipient] = [await findHabits(transaction, personId), await findRecipient(transaction, personId)]
  if (habits === undefined || recipient === undefined) return undefined
  // Since it was raised.
  if ((await listPaused(transaction, [personId])).size > 0) return undefined
  // Before what they wish for is asked and read: what tells of it elsewhere waits.
  for (const own of ownRhythmsOf(parts.features)) await own.hold(transaction, personId)
  const searches = (await listOwnRhythms(parts.features, transaction, [personId]))(personId)
  const wish = { rhythms: habits.rhythms, searches, weekly, day }
  const areas = areasOf(wish)
  if (areas.length === 0) return undefined
  const digest = await writeFor(parts, personId, recipient, wish)
  if (digest === undefined || isEmpty(digest.edition)) return undefined
  if (!saysNews(digest.edition, await listSaid(transaction, personId, parts.now()))) return undefined
  return { ...digest, areas, to: recipient.email }
}
