// Addresses that answers to our mails go to: each is good for one person and one thread, and nobody can make one up.
import { timingSafeEqual } from 'node:crypto'
import type { Mail, Settings } from '../feature.ts'
import { keyedDigest } from '../identity/sealed-secret.ts'

/** What somebody must still be when they answer: who moved, or whose address changed, answers no more from an old mail. */
export interface Whose {
  readonly personId: number
  readonly organisationId: number
  readonly email: string
}
/** As an address names it. */
export interface ReplyAddress {
  readonly personId: number
  /** Of the contribution. */
  readonly threadId: number
  readonly stamp: string
}

/** Local parts have at most 64 characters and lose their case on the way (RFC 5321, 4.5.3.1.1 and 2.4): letters, figures, dots. */
const stampSize = 6
const signatureSize = 26

const digest = (text: string, secret: string, purpose: string, size: number): string =>
  keyedDigest(text, secret, purpose).slice(0, size)
const stampOf = ({ personId, organisationId, email }: Whose, secret: string): string =>
  digest(`${personId} ${organisationId} ${email.toLowerCase()}`, secret, 'whose answers', stampSize)
const signatureOf = ({ personId, threadId, stamp }: ReplyAddress, secret: string): string =>
  digest(`${personId} ${threadId} ${stamp}`, secret, 'answers by mail', signatureSize)
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** `reply@example.org` → `reply+part@example.org`. */
const within = (address: string, part: string): string => {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${part}${address.slice(at)}`
}
/** What stands behind the plus; undefined where it is no address of ours. */
function partOf(address: string, ours: string): string | undefined {
  const small = address.trim().toLowerCase()
  const at = ours.lastIndexOf('@')
  const [before, after] = [`${ours.slice(0, at)}+`, ours.slice(at)]
  return small.startsWith(before) && small.endsWith(after) ? small.slice(before.length, -after.length) : undefined
}

/** What a mail about a thread says about answers; nothing where none can be received. */
export function answersTo(
  { receiving, secret }: Pick<Settings, 'receiving' | 'secret'>,
  threadId: number,
  whose: Whose,
): Pick<Mail, 'replyTo'> {
  if (receiving === undefined) return {}
  const { personId } = whose
  const stamp = stampOf(whose, secret)
  const numbers = [personId, threadId].map((number) => number.toString(36)).join('.')
  const signature = signatureOf({ personId, threadId, stamp }, secret)
  return { replyTo: within(receiving.address, `${numbers}.${stamp}${signature}`) }
}

/** The `id` that all mails about a thread stand below in mail programs; no such mail was ever sent, which is allowed. */
export const threadMail = (threadId: number): string => `thread-${threadId}`

/** Undefined: not made by us. */
export function readReplyAddress(address: string, ours: string, secret: string): ReplyAddress | undefined {
  const found = /^([0-9a-z]{1,7})\.([0-9a-z]{1,7})\.([0-9a-f]{6})([0-9a-f]{26})$/.exec(partOf(address, ours) ?? '')
  if (found === null) return undefined
  const [, person = '', thread = '', stamp = '', signature = ''] = found
  const named = { personId: Number.parseInt(person, 36), threadId: Number.parseInt(thread, 36), stamp }
  return same(signature, signatureOf(named, secret)) ? named : undefined
}

/** Whether the person is still who the address was made for. */
export const isStill = ({ stamp }: ReplyAddress, whose: Whose, secret: string): boolean =>
  same(stamp, stampOf(whose, secret))

const day = 86_400_000
/** Mail servers give up after five days; some take longer to say so. */
const mostDays = 30
const bounceSignature = (email: string, days: string, secret: string): string =>
  digest(`${email.toLowerCase()} ${days}`, secret, 'bounces of mail', signatureSize)

/** The sender on the envelope: where a server says that this mail could not be delivered to this address. */
export function bouncesTo(ours: string, email: string, secret: string, now: Date): string {
  const days = Math.floor(now.getTime() / day).toString(36)
  return within(ours, `bounce-${days}-${bounceSignature(email, days, secret)}`)
}

const bounce = /^bounce-([0-9a-z]{1,6})-([0-9a-f]{26})$/
export const isBounceAddress = (address: string, ours: string): boolean => bounce.test(partOf(address, ours) ?? '')

/** Whether a mail to this e-mail address left us with this sender within the last month. */
export function isBounceOf(
  address: string,
  email: string,
  { ours, secret, now }: { readonly ours: string; readonly secret: string; readonly now: Date },
): boolean {
  const [, days = '', signature = ''] = bounce.exec(partOf(address, ours) ?? '') ?? []
  const age = now.getTime() / day - Number.parseInt(days, 36)
  return age >= -1 && age <= mostDays && same(signature, bounceSignature(email, days, secret))
}
