// Whoever was asked by mail agrees, says no, or takes back later what they agreed to. As the system: they have no account.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { agree, forgetPerson, keepRefusal } from '../store-asking.ts'

interface Answer {
  /** Of an asking whose link is genuine. */
  readonly id: number
  /** What was read, as its number. */
  readonly revision: number
  readonly agreed: boolean
  /** Of their address, see consent-link.ts. */
  readonly digest: string
}

/** A second time changes nothing. Refused where they agreed to what stands there no more. */
export const answerAsking = (
  system: Db,
  { id, revision, agreed, digest }: Answer,
  now: Date,
): Promise<Outcome<undefined, 'changed-meanwhile'>> =>
  system.transaction().execute(async (db) => {
    if (agreed && !(await agree(db, { id, revision }, dayOf(now)))) return refused('changed-meanwhile')
    if (!agreed) {
      await forgetPerson(db, id)
      await keepRefusal(db, digest, now)
    }
    await recordFact(db, { name: agreed ? 'expert.agreed' : 'expert.declined', data: { expert: id } })
    return done(undefined)
  })
