// The office says whether digests, calendars and notices on devices may say more of TLP:AMBER things.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySetLetters } from '../permissions.ts'
import { mayTellAmber, setAmber } from '../store-told.ts'

export const setLetters = (asPerson: AsPerson, viewer: SignedIn, amber: boolean, now: Date): Promise<void> =>
  asPerson(async (db) => {
    if (!maySetLetters(viewer)) throw forbidden()
    if ((await mayTellAmber(db)) === amber) return
    await setAmber(db, amber, now)
    await recordFact(db, { name: 'digest-setting.changed', actor: viewer.person, data: { amber } })
  })
