// What the office of the network allows: whether AMBER texts may be sent, and how much a month may cost.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { SettingInput } from '../inputs.ts'
import { maySetTranslation } from '../permissions.ts'
import { putSetting } from '../store.ts'

export const setTranslation = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { amber, monthly }: SettingInput,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    if (!maySetTranslation(viewer)) throw forbidden()
    await putSetting(db, { amber, monthly }, viewer.person.id, now)
    await recordFact(db, { name: 'translation.set', actor: viewer.person, data: { amber, monthly } })
  })
