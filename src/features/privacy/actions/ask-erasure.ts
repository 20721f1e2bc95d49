// Having oneself erased, step by step: ask, confirm by the link of the mail, or take it back.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { sha256 } from '#platform/identity/token.ts'
import { recordFact } from '#trunk/facts.ts'
import { confirmErasure, deleteErasure, findLastDuty, insertErasure, type LastDuty } from '../store-erasure.ts'

type LastRefusal = `last-${LastDuty}`

export const askErasure = (asPerson: AsPerson, { person }: SignedIn): Promise<Outcome<undefined, LastRefusal>> =>
  asPerson(async (db) => {
    const last = await findLastDuty(db)
    if (last !== undefined) return refused(`last-${last}`)
    if (await insertErasure(db, person.id)) await recordFact(db, { name: 'erasure.asked', actor: person })
    return done(undefined)
  })

export const confirmAsked = (
  asPerson: AsPerson,
  { person }: SignedIn,
  token: string,
): Promise<Outcome<Date, 'old-link' | LastRefusal>> =>
  asPerson(async (db) => {
    const last = await findLastDuty(db)
    if (last !== undefined) return refused(`last-${last}`)
    const due = await confirmErasure(db, sha256(token))
    if (due === undefined) return refused('old-link')
    await recordFact(db, { name: 'erasure.confirmed', actor: person })
    return done(due)
  })

export const takeBackErasure = (asPerson: AsPerson, { person }: SignedIn): Promise<boolean> =>
  asPerson(async (db) => {
    const taken = await deleteErasure(db, person.id)
    if (taken) await recordFact(db, { name: 'erasure.withdrawn', actor: person })
    return taken
  })
