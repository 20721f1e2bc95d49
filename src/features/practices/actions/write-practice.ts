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
import { type AudienceRefusal, chooseAudience } from './choose-audience.ts'

/** The draft alone, in an open transaction; gives its id. Neighbours begin a practice with it and add what is theirs. */
export async function beginPractice(
  db: Db,
  viewer: SignedIn,
  input: PracticeInput,
): Promise<Outcome<number, AudienceRefusal>> {
  const audience = await chooseAudience(db, viewer, input, undefined)
  if (!audience.done) return audience
  const { title, summary, lang, concepts } = input
  const about = { kind: 'practice', title, summary, lang, concepts, audienceId: audience.value }
  const id = await createContribution(db, viewer.person, about)
  await insertPractice(db, id, input)
  await keepRevision(db, id, viewer.person.id)
  await recordFact(db, { name: 'practice.drafted', actor: viewer.person, contributionId: id })
  return done(id)
}

/** Gives the draft's id; what was typed into the form for a new one is forgotten with it. */
export const writePractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: PracticeInput,
): Promise<Outcome<number, AudienceRefusal>> =>
  asPerson(async (db) => {
    const practice = await beginPractice(db, viewer, input)
    if (practice.done) await forgetKept(db, null)
    return practice
  })
