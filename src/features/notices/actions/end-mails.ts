// What the link of a mail ends: that reason, for that person.
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { mute } from '#trunk/muting.ts'
import { unwatch } from '#trunk/watching.ts'
import type { Ending } from '../ending.ts'
import { reachesThing } from '../store.ts'
import { setRhythm, unsubscribe } from '../store-subscriptions.ts'

/** A thing is muted; where it is out of reach there is nothing to mute, and no mail comes of it. */
export async function endMails(db: Db, { person }: SignedIn, ending: Ending): Promise<void> {
  if (ending.ends === 'city') return setRhythm(db, person.id, 'city', 'never')
  if (ending.ends === 'subscription') return unsubscribe(db, person.id, ending.subscription)
  await unwatch(db, person.id, ending.contributionId)
  if (await reachesThing(db, ending.contributionId)) await mute(db, person.id, ending.contributionId)
}
