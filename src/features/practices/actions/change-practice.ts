// Change a practice. Somebody else's newer change is never overwritten: both are joined, or the person decides; a published one stays complete.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { findSaidTo } from '#trunk/audiences.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import type { PracticeContent } from '../content.ts'
import type { PracticeInput } from '../inputs.ts'
import { mayEditPractice, maySteerPractice } from '../permissions.ts'
import { missingForPublishing, type Practice } from '../practice.ts'
import { getPractice, updatePractice } from '../store.ts'
import { forgetKept } from '../store-kept.ts'
import { keepRevision } from '../store-revisions.ts'
import type { TellingStep } from '../telling.ts'
import { type AudienceRefusal, chooseAudience } from './choose-audience.ts'
import { joinWithOthers } from './join-with-others.ts'

export type ChangeRefusal = AudienceRefusal | 'changed-meanwhile' | 'incomplete'

const keepsComplete = (practice: Practice, content: PracticeContent): boolean =>
  practice.state !== 'published' || missingForPublishing(content).length === 0

async function tell(db: Db, viewer: SignedIn, before: Practice, audienceId: number): Promise<void> {
  const about = { actor: viewer.person, contributionId: before.id }
  if (before.state !== 'published') return recordFact(db, { name: 'practice.changed', ...about })
  await recordFact(db, { name: 'practice.changed', ...about, audienceId })
  if (audienceId === before.audienceId) return
  const data = { from: before.audienceId, to: audienceId }
  await recordFact(db, { name: 'audience.changed', ...about, audienceId, data })
}

/** Co-authors write; who sees it is decided in the city whose practice it is. */
const audienceFor = async (db: Db, viewer: SignedIn, practice: Practice, input: PracticeInput) =>
  maySteerPractice(viewer, practice)
    ? chooseAudience(db, viewer, input, { ...practice, saidTo: await findSaidTo(db, practice.id) })
    : done(practice.audienceId)

export interface Changed {
  readonly id: number
  readonly title: string
  /** Somebody else had saved meanwhile, and both are kept. */
  readonly joined: boolean
}

/** `typedOn`: the step of the form it comes from; what was kept there is done with, other steps keep theirs. */
export const changePractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: PracticeInput & { readonly typedOn?: TellingStep | undefined },
  now: Date,
): Promise<Outcome<Changed, ChangeRefusal>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!mayEditPractice(viewer, practice)) throw forbidden()
    const wanted = await joinWithOthers(db, practice, input)
    if (!wanted.done) return wanted
    const { content } = wanted.value
    if (!keepsComplete(practice, content)) return refused('incomplete')
    const audience = await audienceFor(db, viewer, practice, { ...input, audience: wanted.value.audience })
    if (!audience.done) return audience
    const { title, summary, lang, concepts } = content
    const change = { title, summary, lang, concepts, audienceId: audience.value }
    if (!(await changeContribution(db, practice.id, practice.revision, change, now)))
      return refused('changed-meanwhile')
    await updatePractice(db, practice.id, content)
    await keepRevision(db, practice.id, viewer.person.id)
    if (input.typedOn !== undefined) await forgetKept(db, practice.id, input.typedOn)
    await tell(db, viewer, practice, audience.value)
    return done({ id: practice.id, title, joined: input.revision !== practice.revision })
  })
