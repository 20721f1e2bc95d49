// Ask a question of this person for their city, or as a member city that nobody is told: it reaches its audience at once.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { createVeiled } from '#trunk/veils.ts'
import { type AudienceRefusal, chooseAudience } from '../../practices/public.ts'
import { wordsOf } from '../content.ts'
import type { QuestionInput } from '../inputs.ts'
import { mayAsk } from '../permissions.ts'
import { insertQuestion } from '../store.ts'
import { tellsItself, type VeilRefusal } from '../tells-itself.ts'

export type AskRefusal = AudienceRefusal | VeilRefusal

async function chosen(db: Db, viewer: SignedIn, input: QuestionInput): Promise<Outcome<number, AskRefusal>> {
  if (input.veiled === undefined) return chooseAudience(db, viewer, input, undefined)
  // Asked before an audience of named persons would be made: a refusal keeps what was written.
  const refusal = await tellsItself(db, viewer, input)
  return refusal === undefined ? chooseAudience(db, viewer, input, undefined) : refused(refusal)
}

/** Gives its id. */
export const askQuestion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: QuestionInput,
  now: Date,
): Promise<Outcome<number, AskRefusal>> =>
  asPerson(async (db) => {
    if (!mayAsk(viewer)) throw forbidden()
    const audience = await chosen(db, viewer, input)
    if (!audience.done) return audience
    const audienceId = audience.value
    const words = { kind: 'question', ...wordsOf(input), audienceId }
    const id =
      input.veiled === undefined
        ? await createContribution(db, viewer.person, words)
        : await createVeiled(db, words, input.told === 'yes')
    await insertQuestion(db, id, input.text)
    await publishContribution(db, id, now)
    await recordFact(db, { name: 'question.asked', actor: viewer.person, contributionId: id, audienceId })
    return done(id)
  })
