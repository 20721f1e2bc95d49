// Whoever was asked by mail agrees, says no, or takes back later what they agreed to. As the system: they have no account.
import { dayOf } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { agree, forgetPerson } from '../store-asking.ts'

/** `id`: of an asking whose link is genuine. A second time changes nothing. */
export const answerAsking = (system: Db, id: number, agreed: boolean, now: Date): Promise<void> =>
  system.transaction().execute(async (db) => {
    await (agreed ? agree(db, id, dayOf(now)) : forgetPerson(db, id))
    await recordFact(db, { name: agreed ? 'expert.agreed' : 'expert.declined', data: { expert: id } })
  })
