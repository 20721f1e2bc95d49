// Secrets that we must be able to read again, kept sealed with AES-256-GCM under a key derived from the installation's secret.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const keyFor = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))

/** `purpose` and `owner` are bound to it: a seal copied to another person's row does not open. */
export function seal(text: string, secret: string, purpose: string, owner: number): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  cipher.setAAD(Buffer.from(`${purpose} ${owner}`))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Undefined when it was not sealed by us, for this purpose and owner. */
export function unseal(sealed: string, secret: string, purpose: string, owner: number): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(`${purpose} ${owner}`))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** A digest that nobody can try out without the installation's secret; for codes short enough to be guessed. Hex. */
export const keyedDigest = (text: string, secret: string, purpose: string): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('hex')
