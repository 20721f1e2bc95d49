// Saying until when somebody held a function; the row stays, so that it can be asked who held it then.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerContacts } from '../permissions.ts'
import { endContact } from '../store.ts'

export async function finishContact(
  db: Db,
  viewer: SignedIn,
  id: number | undefined,
  day: string,
): Promise<Outcome<undefined, 'too-early'>> {
  if (!maySteerContacts(viewer)) throw forbidden()
  if (id === undefined) throw notFound()
  const ended = await endContact(db, id, day)
  if (ended === 'none') throw notFound()
  if (ended === 'too-early') return refused('too-early')
  await recordFact(db, { name: 'contact.ended', actor: viewer.person, data: { contact: id } })
  return done(undefined)
}
