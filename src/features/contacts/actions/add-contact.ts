// Naming whom to reach for a function.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ContactInput } from '../inputs.ts'
import { maySteerContacts } from '../permissions.ts'
import { insertContact } from '../store.ts'

/** `organisationId`: of a place that `findPlace` gave; the database's own policy asks again. */
export async function addContact(
  db: Db,
  viewer: SignedIn,
  organisationId: number,
  contact: ContactInput,
): Promise<void> {
  if (!maySteerContacts(viewer)) throw forbidden()
  const { function: duty, name, email, phone, beginsOn } = contact
  const by = viewer.person.id
  const id = await insertContact(db, { organisationId, function: duty, name, email, phone, beginsOn, by })
  // A second click finds what the first entered.
  if (id !== undefined) await recordFact(db, { name: 'contact.added', actor: viewer.person, data: { contact: id } })
}
