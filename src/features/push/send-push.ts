// One notice to one device: sealed for its browser (RFC 8291) and handed to its push service (RFC 8030).
import { createHash } from 'node:crypto'
import webPush from 'web-push'
import type { Settings } from '#platform/feature.ts'
import { postOutside } from '#platform/outside/post-outside.ts'
import { isPushAddress, type Subscription } from './device.ts'
import { subjectOf, vapidKeys } from './vapid.ts'

/** `gone`: the device is there no more. `refused`: it will never be taken. Whatever may work later is thrown. */
export type Sent = 'sent' | 'gone' | 'refused'

const daySeconds = 24 * 60 * 60

function sealed(settings: Settings, { endpoint, p256dh, auth }: Subscription, payload: string, key: string) {
  const { publicKey, privateKey } = vapidKeys(settings.secret)
  // What has not arrived yet is replaced by a second try instead of standing there twice; 32 letters at most.
  const topic = createHash('sha256').update(key).digest('base64url').slice(0, 32)
  return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
    vapidDetails: { subject: subjectOf(settings.baseUrl), publicKey, privateKey },
    ...{ TTL: daySeconds, urgency: 'normal', topic, contentEncoding: 'aes128gcm' },
  })
}

/** By the standard of RFC 8030: 404 and 410 mean that the subscription has ended, 429 and 5xx that it should be tried later. */
function meaningOf(status: number): Sent {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429 || status >= 500) throw new Error(`The push service answered ${status}.`)
  return 'refused'
}

export async function sendPush(settings: Settings, device: Subscription, payload: string, key: string): Promise<Sent> {
  const toLoopback = settings.pushToLoopback === true
  if (!isPushAddress(device.endpoint, toLoopback)) return 'refused'
  const { headers, body } = sealed(settings, device, payload, key)
  const post = { url: device.endpoint, headers: { ...headers }, body: body ?? '' }
  const { status, why } = await postOutside(post, { toLoopback })
  if (status !== null) return meaningOf(status)
  if (why === 'not-public') return 'refused'
  throw new Error(`The push service did not answer (${why}).`)
}
