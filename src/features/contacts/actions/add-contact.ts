// Naming whom to reach for a function.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ContactInput } from '../inputs.ts'
import { maySteerContacts } from '../permissions.ts'
import { findSame, insertContact } from '../store.ts'

/** `organisationId`: of a place that `findPlace` gave; the database's own policy asks again. */
export async function addContact(
  db: Db,
  viewer: SignedIn,
  organisationId: number,
  contact: ContactInput,
): Promise<Outcome<undefined, 'other-email' | 'other-phone'>> {
  if (!maySteerContacts(viewer)) throw forbidden()
  const { function: duty, name, email, phone, beginsOn } = contact
  const by = viewer.person.id
  const fresh = { organisationId, function: duty, name, email, phone, beginsOn, by }
  const id = await insertContact(db, fresh)
  if (id !== undefined) await recordFact(db, { name: 'contact.added', actor: viewer.person, data: { contact: id } })
  // A second click finds what the first entered; whoever wrote other details would believe that they are kept.
  const same = id === undefined ? await findSame(db, fresh) : undefined
  if (same !== undefined && same.email !== email) return refused('other-email')
  if (same !== undefined && same.phone !== phone) return refused('other-phone')
  return done(undefined)
}
