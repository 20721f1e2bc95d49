// Keep what somebody types into a reply, so that a closed browser loses nothing. It is nobody else's until it is sent.
import { idFrom } from '#kernel/address.ts'
import type { Typed } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { findAnyContribution } from '#trunk/contributions.ts'
import { mayReply } from '../permissions.ts'
import { forgetKeptReply, keepReply } from '../store-kept.ts'

const fields = ['text', 'lang', 'quote', 'part']
/** A field holds 20,000; whoever pastes more is told when sending. */
const longest = 40_000

const ofReply = (typed: Typed): Record<string, string> => {
  const texts = fields.flatMap((name) => {
    const value = typed[name]
    // Half a sign that was cut in two is no text, and PostgreSQL has no place for it.
    return typeof value === 'string' && value !== '' ? [[name, value.slice(0, longest).toWellFormed()]] : []
  })
  const { quote, ...kept } = Object.fromEntries(texts) as Record<string, string>
  const quoted = idFrom(quote)
  return quoted === undefined ? kept : { ...kept, quote: String(quoted) }
}

/** An emptied field is no reply that somebody is writing. */
export const keepTypedReply = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  typed: Typed,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    const { person } = viewer
    const thing = contributionId === undefined ? undefined : await findAnyContribution(db, contributionId, person.lang)
    if (thing === undefined) throw notFound()
    if (!mayReply(viewer, thing)) throw forbidden()
    const kept = ofReply(typed)
    if ((kept['text'] ?? '').trim() === '') await forgetKeptReply(db, thing.id)
    else await keepReply(db, person.id, thing.id, kept, now)
  })
