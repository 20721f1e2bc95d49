// For tests: somebody who gets messages, and judges them with the library of the Standard Webhooks.
import { Webhook } from 'standardwebhooks'
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

/** As a receiver judges it with the library of the specification, signature and time. */
export function verifies(secret: string, { headers, body }: PostOutside): boolean {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  }
}
