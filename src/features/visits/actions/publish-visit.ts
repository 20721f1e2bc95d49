// Offer or request a study visit for one's city.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { findAudience } from '#trunk/audiences.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import type { VisitInput } from '../inputs.ts'
import { mayPublishVisit } from '../permissions.ts'
import { insertVisit } from '../store.ts'
import { summaryOf } from '../study-visit.ts'

/** A visit goes from city to city: one's own house and named persons are no audience for it. */
export const audienceKinds: readonly string[] = ['public', 'network', 'forum']

/** Gives its id. */
export const publishVisit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { title, lang, audience, concepts, ...visit }: VisitInput,
  now: Date,
): Promise<Outcome<number, 'audience-unknown'>> =>
  asPerson(async (db) => {
    const { person } = viewer
    if (!mayPublishVisit(viewer)) throw forbidden()
    const wanted = await findAudience(db, Number(audience), person.lang)
    if (wanted === undefined || !audienceKinds.includes(wanted.kind)) return refused('audience-unknown')
    const audienceId = wanted.id
    const words = { kind: 'visit', title, summary: summaryOf(visit.text), lang, concepts }
    const id = await createContribution(db, person, { ...words, audienceId })
    await insertVisit(db, id, visit)
    await publishContribution(db, id, now)
    await watch(db, person.id, id)
    await recordFact(db, { name: 'visit.published', actor: person, contributionId: id, audienceId })
    return done(id)
  })
