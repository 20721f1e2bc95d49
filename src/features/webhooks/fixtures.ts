// For tests: somebody who gets messages, and judges them as the specification says.
import { createHmac } from 'node:crypto'
import type { PostOutcome, PostOutside } from '#platform/outside/post-outside.ts'

const outcome = (status: number | null): PostOutcome => ({
  status,
  why: status === null ? 'unreached' : undefined,
  milliseconds: 5,
  answer: 'so',
})
/** Notes what is sent, and answers so. */
export function receiver(status: number | null = 204) {
  const sent: PostOutside[] = []
  const post = async (one: PostOutside): Promise<PostOutcome> => {
    sent.push(one)
    return outcome(status)
  }
  return { sent, post, bodies: () => sent.map(({ body }) => JSON.parse(body)) }
}

export const verifies = (secret: string, { headers, body }: PostOutside): boolean => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const wanted = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')
  return (headers['webhook-signature'] ?? '').split(' ').includes(`v1,${wanted}`)
}
