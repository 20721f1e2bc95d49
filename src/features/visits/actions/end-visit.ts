// Take no further wishes about a visit, take them again, or take the visit back: not while another city counts on it.

import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { maySteerVisit } from '../permissions.ts'
import { getVisit, holdVisit, setClosed } from '../store.ts'
import { hasWishesAhead } from '../store-wishes.ts'
import type { StudyVisit } from '../study-visit.ts'

async function getSteered(db: Db, viewer: SignedIn, id: number | undefined): Promise<StudyVisit> {
  await holdVisit(db, id)
  const visit = await getVisit(db, id, viewer.person.lang)
  if (!maySteerVisit(viewer, visit)) throw forbidden()
  return visit
}

export const closeVisit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  { closed, now }: { readonly closed: boolean; readonly now: Date },
): Promise<StudyVisit> =>
  asPerson(async (db) => {
    const visit = await getSteered(db, viewer, id)
    if (visit.ended === closed) return visit
    await setClosed(db, visit.id, closed ? now : null)
    const about = { contributionId: visit.id, audienceId: visit.audienceId }
    await recordFact(db, { name: closed ? 'visit.closed' : 'visit.reopened', actor: viewer.person, ...about })
    return visit
  })

export const withdrawVisit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Outcome<StudyVisit, 'counted-on'>> =>
  asPerson(async (db) => {
    const visit = await getSteered(db, viewer, id)
    if (await hasWishesAhead(db, visit.id, dayOf(now))) return refused('counted-on')
    if (await withdrawContribution(db, visit, now)) {
      const about = { contributionId: visit.id, audienceId: visit.audienceId }
      await recordFact(db, { name: 'visit.withdrawn', actor: viewer.person, ...about })
    }
    return done(visit)
  })
