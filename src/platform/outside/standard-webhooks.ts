// Signing as the Standard Webhooks specification says (https://www.standardwebhooks.com, version 1): whoever gets a message can
// tell that it is ours, new, and whole.
import { createHmac, randomBytes } from 'node:crypto'

/** `whsec_` and 32 random bytes in base64, as the receiver's library takes it. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** Headers of one message; with two secrets while one takes the place of the other. The id stays the same when it is sent again. */
export function signedHeaders(
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Date },
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = (secret: string): string =>
    `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(signature).join(' '),
    'content-type': 'application/json',
  }
}
