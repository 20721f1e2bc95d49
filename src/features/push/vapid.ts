// By which key push services know this installation (VAPID, RFC 8292): derived from its secret, which is made at the first start
// and kept in the data folder. So every process has the same, and there is nothing more to keep, to back up or to lose.
import { createECDH, hkdfSync } from 'node:crypto'
import { remember } from '#kernel/remember.ts'

export interface VapidKeys {
  /** base64url, as browsers want it. */
  readonly publicKey: string
  readonly privateKey: string
}

export const vapidKeys = remember(10, (secret): VapidKeys => {
  // One of 2^32 secrets gives a number beyond the curve's order, which is refused: then the next.
  for (let turn = 0; ; turn += 1) {
    const number = Buffer.from(hkdfSync('sha256', secret, '', `web push ${turn}`, 32))
    const curve = createECDH('prime256v1')
    try {
      curve.setPrivateKey(number)
      return { publicKey: curve.getPublicKey('base64url'), privateKey: number.toString('base64url') }
    } catch {}
  }
})

/** Whom a push service may write to about what we send (RFC 8292, 2.1): where Vicinia is reached, which has to be https. */
export const subjectOf = (baseUrl: string): string =>
  baseUrl.startsWith('https:') ? baseUrl : `mailto:vicinia@${new URL(baseUrl).hostname}`
