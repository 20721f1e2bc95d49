// Change an adoption: planned, running, stopped, what came of it. Somebody else's newer change is never overwritten unseen.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { changeContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { type AudienceRefusal, chooseAudience } from '../../practices/public.ts'
import type { Adoption, Stage } from '../adoption.ts'
import { textsOf, titleOf } from '../content.ts'
import type { AdoptionInput } from '../inputs.ts'
import { mayEditAdoption } from '../permissions.ts'
import { getAdoption, updateAdoption } from '../store.ts'
import { checkNames, type NameRefusal } from './check-names.ts'

export type ChangeRefusal = AudienceRefusal | NameRefusal | 'changed-meanwhile'

const stageFacts: Record<Stage, string> = {
  planned: 'adoption.planned',
  running: 'adoption.started',
  stopped: 'adoption.stopped',
}

async function tell(db: Db, viewer: SignedIn, before: Adoption, stage: Stage, audienceId: number): Promise<void> {
  const about = { actor: viewer.person, contributionId: before.id, audienceId }
  await recordFact(db, { name: stage === before.stage ? 'adoption.changed' : stageFacts[stage], ...about })
  if (audienceId === before.audienceId) return
  await recordFact(db, { name: 'audience.changed', ...about, data: { from: before.audienceId, to: audienceId } })
}

export const changeAdoption = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: AdoptionInput,
  now: Date,
): Promise<Outcome<{ id: number; title: string }, ChangeRefusal>> =>
  asPerson(async (db) => {
    const before = await getAdoption(db, id, viewer.person.lang)
    if (!mayEditAdoption(viewer, before)) throw forbidden()
    if (input.revision !== before.revision) return refused('changed-meanwhile')
    const names = await checkNames(db, viewer, input, undefined)
    if (!names.done) return names
    const audience = await chooseAudience(db, viewer, input, before)
    if (!audience.done) return audience
    const words = titleOf(input, before.organisationName)
    const change = { ...words, audienceId: audience.value }
    if (!(await changeContribution(db, before.id, before.revision, change, now))) return refused('changed-meanwhile')
    await updateAdoption(db, before.id, textsOf(input))
    await tell(db, viewer, before, input.stage, audience.value)
    return done({ id: before.id, title: words.title })
  })
