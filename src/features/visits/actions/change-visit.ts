// Change what a published visit says. Who may see it stays, and so do the days that others asked for or agreed to.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { VisitChange } from '../inputs.ts'
import { maySteerVisit } from '../permissions.ts'
import { getVisit, holdVisit, updateVisit } from '../store.ts'
import { summaryOf } from '../study-visit.ts'

export const changeVisit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  { title, lang, concepts, revision, ...visit }: VisitChange,
  now: Date,
): Promise<Outcome<number, 'changed-meanwhile'>> =>
  asPerson(async (db) => {
    await holdVisit(db, id)
    const before = await getVisit(db, id, viewer.person.lang)
    if (!maySteerVisit(viewer, before)) throw forbidden()
    const words = { title, summary: summaryOf(visit.text), lang, concepts }
    if (!(await changeContribution(db, before.id, revision, words, now))) return refused('changed-meanwhile')
    await updateVisit(db, before.id, visit)
    const about = { contributionId: before.id, audienceId: before.audienceId }
    await recordFact(db, { name: 'visit.changed', actor: viewer.person, ...about })
    return done(before.id)
  })
