// Taking the own address up again: asked for on the account page, confirmed with the link of a mail.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { recordFact } from '#trunk/facts.ts'
import { confirmationAddress } from '../confirming.ts'
import { wordsOf } from '../letter.ts'
import { findOwnPause, findPausedPerson } from '../store.ts'

/** False where there is nothing to confirm. */
export const askConfirmation = (asPerson: AsPerson, viewer: SignedIn): Promise<boolean> =>
  asPerson(async (db) => {
    if ((await findOwnPause(db)) === undefined) return false
    await recordFact(db, { name: 'mail-confirmation.requested', actor: viewer.person })
    return true
  })

const day = 86_400_000

/** The job after it. `factId` names the mail: heard again, the fact sends no second one. */
export async function sendConfirmation(
  { system, mail, settings, now }: Pick<JobParts, 'system' | 'mail' | 'settings' | 'now'>,
  personId: number,
  factId: number,
): Promise<void> {
  const paused = await findPausedPerson(system, personId)
  if (paused === undefined) return
  const link = `${settings.baseUrl}${confirmationAddress(paused, settings.secret)}`
  await mail({
    to: paused.email,
    ...wordsOf(translator(paused.lang), settings.networkName, paused.name, link),
    id: `mail-confirmation-${factId}`,
    letsIn: { until: new Date(now().getTime() + day) },
  })
}
