// What was searched in vain since it was last written down: in memory only, since reading a page writes nothing.
import { createHmac, randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/locale.ts'
import { countedWords, sameWords } from './vain-search.ts'

export interface NotedWords {
  readonly words: string
  readonly lang: string
  readonly times: number
}

/** `since` when, the first of these times; it is kept in memory alone. */
const noted = new Map<string, NotedWords & { readonly since: Date }>()
const most = 5000

/** Who asked what today, as digests under a salt of the day; both are thrown away at midnight. */
let today = ''
let salt = randomBytes(32)
const askedToday = new Set<string>()
const mostAsked = 100_000
/** How many different words each asked today. Nobody looks for more; whoever sends a flood leaves room for the others. */
const countsToday = new Map<string, number>()
const mostByOne = 200

const beginDay = (day: string): void => {
  if (day === today) return
  today = day
  salt = randomBytes(32)
  askedToday.clear()
  countsToday.clear()
}

const digestOf = (text: string): string => createHmac('sha256', salt).update(text).digest('base64url')

/** Each asker counts once a day for the same words. `asker` leaves this function only as part of a salted digest. */
export function noteVain(typed: string, lang: string, asker: string, now: Date): void {
  const words = countedWords(typed)
  if (words === undefined) return
  beginDay(dayOf(now))
  const key = `${lang} ${sameWords(words)}`
  const question = digestOf(`${asker} ${key}`)
  const counted = countsToday.get(digestOf(asker)) ?? 0
  if (askedToday.has(question) || askedToday.size >= mostAsked || counted >= mostByOne) return
  const before = noted.get(key)
  if (before === undefined && noted.size >= most) return
  askedToday.add(question)
  countsToday.set(digestOf(asker), counted + 1)
  noted.set(key, { words, lang, times: (before?.times ?? 0) + 1, since: before?.since ?? now })
}

/** For tests: as after a start. */
export const forgetVain = (): void => {
  noted.clear()
  beginDay('')
}

/** Hands over what was noted since the last call, and forgets it. */
export function takeVain(): readonly (NotedWords & { readonly since: Date })[] {
  const taken = [...noted.values()]
  noted.clear()
  return taken
}
