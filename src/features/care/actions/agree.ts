// Agreeing to how we treat each other; once.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { insertAgreement } from '../store.ts'

export const agree = (asPerson: AsPerson, viewer: SignedIn): Promise<unknown> =>
  asPerson((db) => insertAgreement(db, viewer.person.id))
