// The job after a letter was decided: to whom it goes. Each recipient is a job of its own, so that what one mail server refuses is sent nobody else twice.
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertDeliveries } from '../store-deliveries.ts'
import { closeLetter, findLetter, listRecipients } from '../store-sending.ts'

export const addressReminder = ({ system, now }: Pick<JobParts, 'system' | 'now'>, id: number): Promise<void> =>
  system.transaction().execute(async (db) => {
    const letter = await findLetter(db, id)
    if (letter?.state !== 'waiting') return
    const recipients = await listRecipients(db, letter.organisationId)
    if (recipients.length === 0) return closeLetter(db, id, 'no-address', now())
    for (const delivery of await insertDeliveries(db, id, recipients))
      await recordFact(db, { name: 'reminder.addressed', data: { delivery } })
  })
