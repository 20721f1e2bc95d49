// Sending what is on its way to a device. Thrown is what may work later: the job is tried again, with growing pauses.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { payloadOf } from '../payload.ts'
import { sendPush } from '../send-push.ts'
import { findDelivery, forgetDevice, markDone, markUsed } from '../store-deliveries.ts'

export async function deliver({ system, settings, now }: JobParts, id: number): Promise<void> {
  const delivery = await findDelivery(system, id)
  if (delivery === undefined) return void (await markDone(system, id, now()))
  const payload = payloadOf(translator(delivery.lang), settings.networkName, delivery)
  const outcome = await sendPush(settings, delivery, payload, delivery.key)
  // Its deliveries go with it.
  if (outcome === 'gone') return void (await forgetDevice(system, delivery.deviceId))
  await markDone(system, id, now())
  if (outcome === 'sent') await markUsed(system, delivery.deviceId, now())
}
