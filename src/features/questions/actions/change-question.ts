// Change a question. Somebody else's newer change is never overwritten unseen.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { type AudienceRefusal, chooseAudience } from '../../practices/public.ts'
import { wordsOf } from '../content.ts'
import type { QuestionInput } from '../inputs.ts'
import { mayEditQuestion } from '../permissions.ts'
import { getQuestion, updateText } from '../store.ts'
import { tellsItself, type VeilRefusal } from '../tells-itself.ts'

export type ChangeRefusal = AudienceRefusal | VeilRefusal | 'changed-meanwhile'

export const changeQuestion = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: QuestionInput,
  now: Date,
): Promise<Outcome<number, ChangeRefusal>> =>
  asPerson(async (db) => {
    const before = await getQuestion(db, id, viewer.person.lang)
    if (!mayEditQuestion(viewer, before)) throw forbidden()
    if (input.revision !== before.revision) return refused('changed-meanwhile')
    const telling = before.veiled ? await tellsItself(db, viewer, input) : undefined
    if (telling !== undefined) return refused(telling)
    const audience = await chooseAudience(db, viewer, input, before)
    if (!audience.done) return audience
    const audienceId = audience.value
    const change = { ...wordsOf(input), audienceId }
    if (!(await changeContribution(db, before.id, before.revision, change, now))) return refused('changed-meanwhile')
    await updateText(db, before.id, input.text)
    const about = { actor: viewer.person, contributionId: before.id, audienceId }
    await recordFact(db, { name: 'question.changed', ...about })
    if (audienceId !== before.audienceId)
      await recordFact(db, { name: 'audience.changed', ...about, data: { from: before.audienceId, to: audienceId } })
    return done(before.id)
  })
