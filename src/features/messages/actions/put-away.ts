// It needs no answer: the message waits no longer, until the other writes again. Known to nobody else.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { getMessage, noteDone } from '../store.ts'

export const putAway = (asPerson: AsPerson, { person }: SignedIn, id: number | undefined): Promise<void> =>
  asPerson(async (db) => noteDone(db, (await getMessage(db, id, person.lang)).id, person.id))
