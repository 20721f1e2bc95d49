// What was searched in vain since it was last written down: in memory only, since reading a page writes nothing.
import { createHmac, randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/locale.ts'
import { countedWords, sameWords } from './vain-search.ts'

export interface NotedWords {
  readonly words: string
  readonly lang: string
  readonly times: number
}

const noted = new Map<string, NotedWords>()
const most = 5000

/** Who asked what today, as digests under a salt of the day; both are thrown away at midnight. */
let today = ''
let salt = randomBytes(32)
const askedToday = new Set<string>()
const mostAsked = 100_000

const beginDay = (day: string): void => {
  if (day === today) return
  today = day
  salt = randomBytes(32)
  askedToday.clear()
}

/** Each asker counts once a day for the same words. `asker` leaves this function only as part of a salted digest. */
export function noteVain(typed: string, lang: string, asker: string, now: Date): void {
  const words = countedWords(typed)
  if (words === undefined) return
  beginDay(dayOf(now))
  const key = `${lang} ${sameWords(words)}`
  const question = createHmac('sha256', salt).update(`${asker} ${key}`).digest('base64url')
  if (askedToday.has(question) || askedToday.size >= mostAsked) return
  const before = noted.get(key)
  if (before === undefined && noted.size >= most) return
  askedToday.add(question)
  noted.set(key, { words, lang, times: (before?.times ?? 0) + 1 })
}

/** Hands over what was noted since the last call, and forgets it. */
export function takeVain(): readonly NotedWords[] {
  const taken = [...noted.values()]
  noted.clear()
  return taken
}
