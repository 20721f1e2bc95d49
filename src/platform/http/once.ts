// A form sent twice by a double click makes one thing, not two: the second answer is that of the first.
import { newToken, sha256 } from '../identity/token.ts'

/** Goes with a form that makes something new. Where it is missing (a program) every sending counts. */
export const onceMark = newToken

const most = 2000
const held = new Map<string, Promise<unknown>>()

/** For tests, each of which has a database of its own. */
export const forgetDeeds = (): void => held.clear()

/**
 * `sent` is all that was sent, the mark among it: the same form with other words is another deed. What was refused or
 * failed is not held. Kept per process, like the counts of tries.
 */
export function doOnce<Value extends { readonly done: boolean }>(
  personId: number,
  { mark, sent }: { readonly mark: unknown; readonly sent: unknown },
  work: () => Promise<Value>,
): Promise<Value> {
  if (typeof mark !== 'string' || mark === '') return work()
  const key = sha256(JSON.stringify([personId, sent]))
  const before = held.get(key)
  if (before !== undefined) return before as Promise<Value>
  const begun = work()
  if (held.size >= most) held.delete(held.keys().next().value ?? '')
  held.set(key, begun)
  begun.then(
    (outcome) => outcome.done || held.delete(key),
    () => held.delete(key),
  )
  return begun
}
