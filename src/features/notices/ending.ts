// The link in a mail that ends such mails: good for this person and this reason, and for nothing else.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '#platform/identity/sealed-secret.ts'
import { type News, type Reason, type Subscription, subscriptionKinds } from './notice.ts'
import { endingPath } from './paths.ts'

/** What a click ends: what one watches, what one's city is asked, or all that comes about a thing. */
export type Ending =
  | { readonly ends: 'subscription'; readonly subscription: Subscription }
  | { readonly ends: 'city' }
  | { readonly ends: 'thing'; readonly contributionId: number }

const isWatched = (reason: Reason | undefined): reason is Reason & Subscription =>
  reason?.ref !== undefined && (subscriptionKinds as readonly string[]).includes(reason.by)

/** As it stands in the address: `concept.youth`, `thing.12`, `city`. */
function endedBy({ why: [reason], contributionId }: Pick<News, 'why' | 'contributionId'>): string {
  if (isWatched(reason)) return `${reason.by}.${reason.ref}`
  return reason?.by === 'city' ? 'city' : `thing.${contributionId}`
}

/** Undefined where it says nothing that can be ended. */
export function endingFrom(of: string): Ending | undefined {
  if (of === 'city') return { ends: 'city' }
  const [by = '', ref = ''] = [of.slice(0, of.indexOf('.')), of.slice(of.indexOf('.') + 1)]
  if (by === 'thing') return /^[1-9]\d{0,8}$/.test(ref) ? { ends: 'thing', contributionId: Number(ref) } : undefined
  const kind = subscriptionKinds.find((one) => one === by)
  return kind === undefined ? undefined : { ends: 'subscription', subscription: { kind, ref } }
}

const codeFor = (by: number, of: string, secret: string): string =>
  keyedDigest(`${by} ${of}`, secret, 'end of notices').slice(0, 43)

export function endingAddress(news: Pick<News, 'personId' | 'why' | 'contributionId'>, secret: string): string {
  const of = endedBy(news)
  return endingPath({ by: news.personId, of, code: codeFor(news.personId, of, secret) })
}

export const isOurs = (link: { readonly by: number; readonly of: string; readonly code: string }, secret: string) =>
  timingSafeEqual(Buffer.from(codeFor(link.by, link.of, secret)), Buffer.from(link.code))
