// Letters that did not go out although their jobs gave up: a mail server may be away for a day, and nobody presses a button for that.
import type { JobParts } from '#platform/feature.ts'
import { listLeft } from '../store-deliveries.ts'
import { listUnaddressed } from '../store-sending.ts'
import { addressReminder } from './address-reminder.ts'
import { sendReminder } from './send-reminder.ts'

/** Jobs try for a quarter of an hour by themselves. */
const patience = 60 * 60_000

/** Each by itself: one that cannot be sent holds up no other. Throws what stopped the last one, so that it is logged and tried again. */
export async function sendLeft(parts: JobParts): Promise<void> {
  const before = new Date(parts.now().getTime() - patience)
  const stopped: unknown[] = []
  const each = async (ids: readonly number[], work: typeof sendReminder): Promise<void> => {
    for (const id of ids) await work(parts, id).catch((error: unknown) => stopped.push(error))
  }
  await each(await listUnaddressed(parts.system, before), addressReminder)
  await each(await listLeft(parts.system, before), sendReminder)
  if (stopped.length > 0) throw stopped.at(-1)
}
