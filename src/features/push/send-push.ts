// One notice to one device: sealed for its browser (RFC 8291) and handed to its push service (RFC 8030).
import { createHash } from 'node:crypto'
import { request } from 'node:https'
import webPush from 'web-push'
import type { Settings } from '#platform/feature.ts'
import type { Subscription } from './device.ts'
import { isPushAddress, lookUpWithin } from './reach.ts'
import { subjectOf, vapidKeys } from './vapid.ts'

/** `gone`: the device is there no more. `refused`: it will never be taken. Whatever may work later is thrown. */
export type Sent = 'sent' | 'gone' | 'refused'

const daySeconds = 24 * 60 * 60
const patience = 15_000

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

export function sendPush(settings: Settings, device: Subscription, payload: string, key: string): Promise<Sent> {
  const toLoopback = settings.pushToLoopback === true
  if (!isPushAddress(device.endpoint, toLoopback)) return Promise.resolve('refused')
  const { method, headers, body } = sealed(settings, device, payload, key)
  return new Promise((resolve, reject) => {
    const sending = request(
      device.endpoint,
      {
        method,
        headers: { ...headers },
        lookup: lookUpWithin(toLoopback),
        signal: AbortSignal.timeout(patience),
        agent: false,
      },
      (answer) => {
        answer.resume()
        try {
          resolve(meaningOf(answer.statusCode ?? 0))
        } catch (error) {
          reject(error)
        }
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}
