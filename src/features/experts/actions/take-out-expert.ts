// An entry is taken out again, with whoever was named in it.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { mayTakeOut } from '../permissions.ts'
import { deleteExpert, findExpert } from '../store.ts'

export const takeOutExpert = (asPerson: AsPerson, viewer: SignedIn, id: number): Promise<void> =>
  asPerson(async (db) => {
    const expert = await findExpert(db, id, viewer.person.lang)
    if (expert === undefined) throw notFound()
    if (!mayTakeOut(viewer, expert)) throw forbidden()
    if (!(await deleteExpert(db, id))) throw notFound()
    await recordFact(db, { name: 'expert.removed', actor: viewer.person, data: { expert: id } })
  })
