// Who may write to whom; asked by actions and by views alike. Whether it reaches them is decided by the database, and is not told apart.
import type { SignedIn } from '#kernel/viewer.ts'

/** Persons of active members and of the offices to everybody in the network; all others to their own colleagues. */
export const mayWriteTo = (
  { person }: SignedIn,
  reader: { readonly id: number; readonly organisationId: number },
): boolean =>
  person.id !== reader.id &&
  (person.active || person.role === 'office' || person.organisationId === reader.organisationId)
