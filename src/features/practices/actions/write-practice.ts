// Write a practice: a draft of this person for their city.
import { done, type Outcome } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { createContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { PracticeInput } from '../inputs.ts'
import { insertPractice } from '../store.ts'
import { forgetKept } from '../store-kept.ts'
import { keepRevision } from '../store-revisions.ts'
import type { TellingStep } from '../telling.ts'
import { type AudienceRefusal, chooseAudience } from './choose-audience.ts'

/** Within a transaction that does more than this: gives the draft's id. */
export async function draftPractice(
  db: Db,
  viewer: SignedIn,
  input: PracticeInput,
): Promise<Outcome<number, AudienceRefusal>> {
  const audience = await chooseAudience(db, viewer, input, undefined)
  if (!audience.done) return audience
  const { title, summary, lang, concepts } = input
  const content = { kind: 'practice', title, summary, lang, concepts, audienceId: audience.value }
  const id = await createContribution(db, viewer.person, content)
  await insertPractice(db, id, input)
  await keepRevision(db, id, viewer.person.id)
  await recordFact(db, { name: 'practice.drafted', actor: viewer.person, contributionId: id })
  return done(id)
}

/** The same in a transaction of its own. `typedOn`: the step of the form it comes from; what was kept there is done with. */
export const writePractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: PracticeInput,
  typedOn?: TellingStep,
): Promise<Outcome<number, AudienceRefusal>> =>
  asPerson(async (db) => {
    const outcome = await draftPractice(db, viewer, input)
    if (outcome.done && typedOn !== undefined) await forgetKept(db, null, typedOn)
    return outcome
  })
