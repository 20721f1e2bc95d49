// The office sends a mail again that was given up; what it says stays unread.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySeeMails } from '../permissions.ts'
import { sendAgain } from '../store.ts'

export const sendMailAgain = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined, now: Date): Promise<void> =>
  asPerson(async (db) => {
    if (!maySeeMails(viewer)) throw forbidden()
    if (id === undefined || !(await sendAgain(db, id, now))) throw notFound()
    await recordFact(db, { name: 'mail.repeated', actor: viewer.person, data: { mail: id } })
  })
