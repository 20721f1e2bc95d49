// What stands about an institution is changed by whoever vouches. Who agreed to stand beside it is asked anew, by mail.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ExpertChange } from '../inputs.ts'
import { mayChangeExpert } from '../permissions.ts'
import { findExpert, updateExpert } from '../store.ts'

export const changeExpert = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number,
  { revision, ...fresh }: ExpertChange,
): Promise<Outcome<number, 'changed-meanwhile'>> =>
  asPerson(async (db) => {
    const expert = await findExpert(db, id, viewer.person.lang)
    if (expert === undefined) throw notFound()
    if (!mayChangeExpert(viewer, expert)) throw forbidden()
    if (!(await updateExpert(db, { id, revision }, fresh))) return refused('changed-meanwhile')
    await recordFact(db, { name: 'expert.changed', actor: viewer.person, data: { expert: id } })
    return done(id)
  })
