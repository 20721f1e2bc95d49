// Every address of the feature.
import type { Subscription } from './notice.ts'

export const noticesPath = '/notices'
export const readPath = '/notices/reading'
export const settingsPath = '/notices/settings'
export const rhythmsPath = '/notices/rhythms'
export const timesPath = '/notices/times'
export const subscriptionsPath = '/notices/subscriptions'
export const unsubscriptionsPath = '/notices/subscriptions/removal'
export const suggestionsPath = '/notices/suggestions'
export const livePath = '/notices/live'
export const countPath = '/notices/count'

/** Ends mails, without signing in. */
export const endingPath = (link: { readonly by: number; readonly of: string; readonly code: string }): string =>
  `/notices/ending?${new URLSearchParams({ by: String(link.by), of: link.of, code: link.code })}`

export const refOf = ({ kind, ref }: Subscription): string => `${kind}.${ref}`
