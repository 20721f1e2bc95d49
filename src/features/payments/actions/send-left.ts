// Letters that did not go out although their jobs gave up: a mail server may be away for a day, and nobody presses a button for that.
import type { JobParts } from '#platform/feature.ts'
import { listLeft } from '../store-sending.ts'
import { sendReminder } from './send-reminder.ts'

/** Jobs try for a quarter of an hour by themselves. */
const patience = 60 * 60_000

/** Each by itself: one that cannot be sent holds up no other. Throws what stopped the last one, so that it is logged and tried again. */
export async function sendLeft(parts: JobParts): Promise<void> {
  let stopped: unknown
  for (const id of await listLeft(parts.system, new Date(parts.now().getTime() - patience)))
    await sendReminder(parts, id).catch((error) => {
      stopped = error
    })
  if (stopped !== undefined) throw stopped
}
