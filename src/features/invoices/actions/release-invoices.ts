// Say "send": a whole run, or one invoice. Only then anything leaves, and only then the member sees it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { keepsBooks } from '../permissions.ts'
import { getInvoice } from '../store.ts'
import { getRun, release, type Which } from '../store-sending.ts'

type Released = Outcome<number, 'nothing-to-send' | 'never-sent'>

const releaseWhich = (
  asPerson: AsPerson,
  viewer: SignedIn,
  find: (db: Db) => Promise<Which | undefined>,
  now: Date,
): Promise<Released> =>
  asPerson(async (db) => {
    if (!keepsBooks(viewer)) throw forbidden()
    const which = await find(db)
    if (which === undefined) return refused('never-sent')
    const count = await release(db, which, viewer.person.id, now)
    if (count === 0) return refused('nothing-to-send')
    await recordFact(db, { name: 'invoice.released', actor: viewer.person, data: { ...which } })
    return done(count)
  })

export const releaseRun = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Released> => releaseWhich(asPerson, viewer, async (db) => ({ run: (await getRun(db, id)).id }), now)

export const releaseInvoice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Released> =>
  releaseWhich(
    asPerson,
    viewer,
    async (db) => {
      const { id: invoice, correctsUnsent } = await getInvoice(db, id, viewer.person.lang)
      // What takes back an invoice that never left stays here with it.
      return correctsUnsent ? undefined : { invoice }
    },
    now,
  )
