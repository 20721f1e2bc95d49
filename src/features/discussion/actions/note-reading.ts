// Done with a reply: it, and those before it, no longer wait for this person.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { findReply } from '#trunk/replies.ts'
import { noteReading } from '../store-waiting.ts'

export const doneWithReply = (asPerson: AsPerson, { person }: SignedIn, id: number | undefined): Promise<void> =>
  asPerson(async (db) => {
    const reply = id === undefined ? undefined : await findReply(db, id, person.lang)
    if (reply === undefined) throw notFound()
    await noteReading(db, person.id, reply)
  })
