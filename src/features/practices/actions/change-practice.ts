// Change a practice. Somebody else's newer change is never overwritten; a published one stays complete.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { PracticeInput } from '../inputs.ts'
import { mayEditPractice } from '../permissions.ts'
import { missingForPublishing, type Practice } from '../practice.ts'
import { getPractice, updatePractice } from '../store.ts'
import { type AudienceRefusal, chooseAudience } from './choose-audience.ts'

export type ChangeRefusal = AudienceRefusal | 'changed-meanwhile' | 'incomplete'

const keepsComplete = (practice: Practice, input: PracticeInput): boolean =>
  practice.state !== 'published' || missingForPublishing(input).length === 0

export const changePractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: PracticeInput,
  now: Date,
): Promise<Outcome<Practice, ChangeRefusal>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!mayEditPractice(viewer, practice)) throw forbidden()
    if (!keepsComplete(practice, input)) return refused('incomplete')
    const audience = await chooseAudience(db, viewer, input, practice)
    if (!audience.done) return audience
    const { title, summary, lang, concepts } = input
    const change = { title, summary, lang, concepts, audienceId: audience.value }
    if (!(await changeContribution(db, practice.id, input.revision, change, now))) return refused('changed-meanwhile')
    await updatePractice(db, practice.id, input)
    const reaches = practice.state === 'published' ? { audienceId: audience.value } : {}
    await recordFact(db, { name: 'practice.changed', actor: viewer.person, contributionId: practice.id, ...reaches })
    if (practice.state === 'published' && audience.value !== practice.audienceId) {
      const data = { from: practice.audienceId, to: audience.value }
      await recordFact(db, {
        name: 'audience.changed',
        actor: viewer.person,
        contributionId: practice.id,
        ...reaches,
        data,
      })
    }
    return done({ ...practice, title })
  })
