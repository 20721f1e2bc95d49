// "We do it too": one entry of a city on a practice of another, published at once.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import { type AudienceRefusal, chooseAudience, getPractice } from '../../practices/public.ts'
import { textsOf, titleOf } from '../content.ts'
import type { AdoptionInput } from '../inputs.ts'
import { mayAdopt } from '../permissions.ts'
import { findStanding, insertAdoption, waitForOthers } from '../store.ts'
import { checkNames, type NameRefusal } from './check-names.ts'

export type AdoptRefusal = AudienceRefusal | NameRefusal | 'already'

async function write(db: Db, viewer: SignedIn, input: AdoptionInput, practiceId: number, audienceId: number) {
  const { title, summary, lang } = titleOf(input, viewer.person.organisationName)
  const id = await createContribution(db, viewer.person, { kind: 'adoption', title, summary, lang, audienceId })
  const placed = await insertAdoption(db, id, textsOf(input), { practiceId, parentId: input.takenFrom })
  // Somebody of this city has one that this person does not reach: nothing of this is kept, and nothing is told.
  if (!placed) throw forbidden()
  return { id, title }
}

/** Gives the adoption's id and title. */
export const adoptPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  practiceId: number | undefined,
  input: AdoptionInput,
  now: Date,
): Promise<Outcome<{ id: number; title: string }, AdoptRefusal>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, practiceId, viewer.person.lang)
    if (!mayAdopt(viewer, practice)) throw forbidden()
    await waitForOthers(db, practice.id, viewer.person.organisationId)
    const standing = await findStanding(db, practice.id, viewer.person.organisationId)
    if (standing?.own) return refused('already')
    const names = await checkNames(db, viewer, input, practice.id)
    if (!names.done) return names
    const audience = await chooseAudience(db, viewer, input, undefined)
    if (!audience.done) return audience
    const audienceId = audience.value
    const adoption = await write(db, viewer, input, practice.id, audienceId)
    await publishContribution(db, adoption.id, now)
    // Whoever does it too can answer questions on it, and wants to hear them.
    await watch(db, viewer.person.id, practice.id)
    await recordFact(db, { name: 'adoption.published', actor: viewer.person, contributionId: adoption.id, audienceId })
    return done(adoption)
  })
