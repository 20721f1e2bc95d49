// Ask a question of this person for their city: it reaches its audience at once.
import { done, type Outcome } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { type AudienceRefusal, chooseAudience } from '../../practices/public.ts'
import { wordsOf } from '../content.ts'
import type { QuestionInput } from '../inputs.ts'
import { mayAsk } from '../permissions.ts'
import { insertQuestion } from '../store.ts'

/** Gives its id. */
export const askQuestion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: QuestionInput,
  now: Date,
): Promise<Outcome<number, AudienceRefusal>> =>
  asPerson(async (db) => {
    if (!mayAsk(viewer)) throw forbidden()
    const audience = await chooseAudience(db, viewer, input, undefined)
    if (!audience.done) return audience
    const audienceId = audience.value
    const id = await createContribution(db, viewer.person, { kind: 'question', ...wordsOf(input), audienceId })
    await insertQuestion(db, id, input.text)
    await publishContribution(db, id, now)
    await recordFact(db, { name: 'question.asked', actor: viewer.person, contributionId: id, audienceId })
    return done(id)
  })
