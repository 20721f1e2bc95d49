// Take sections over into the practice: each under the part that was chosen, below what is there; then they are forgotten.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type ChangeRefusal, changePractice, getPractice, mayEditPractice } from '../../practices/public.ts'
import { type ComposedParts, composeParts } from '../compose-parts.ts'
import type { TakeOverInput } from '../inputs.ts'
import { longestPart, longestSummary, type Place, type WaitingSection } from '../section.ts'
import { beginningOf, changed } from '../since-opened.ts'
import { forgetSections, listSections } from '../store.ts'

export type TakeOverRefusal =
  | ChangeRefusal
  | 'title-meanwhile'
  | 'too-long-part'
  | 'summary-too-long'
  | 'nothing-waits'
  | 'nothing-chosen'

const tooLong = (parts: ComposedParts): TakeOverRefusal | undefined => {
  if ((parts.summary?.length ?? 0) > longestSummary) return 'summary-too-long'
  return Object.values(parts).some((text) => text.length > longestPart) ? 'too-long-part' : undefined
}

const placed = (sections: readonly WaitingSection[], places: ReadonlyMap<number, Place>) =>
  sections.flatMap((section) => {
    const place = places.get(section.id)
    return place === undefined ? [] : [{ ...section, place }]
  })

export const takeOver = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  input: TakeOverInput,
  now: Date,
): Promise<Outcome<{ readonly id: number; readonly title: string }, TakeOverRefusal>> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!mayEditPractice(viewer, practice)) throw forbidden()
    const sections = await listSections(db, practice.id)
    if (sections.length === 0) return refused('nothing-waits')
    const chosen = placed(sections, input.places)
    if (chosen.length === 0) return refused('nothing-chosen')
    const beginning = await beginningOf(db, practice, input)
    if (beginning === undefined) return refused('title-meanwhile')
    const parts = composeParts(chosen, practice, beginning.lang)
    const refusal = tooLong(parts)
    if (refusal !== undefined) return refused(refusal)
    // The same transaction: changed and forgotten, or neither.
    const outcome = await changePractice(
      (work) => work(db),
      viewer,
      practice.id,
      changed(practice, beginning, parts),
      now,
    )
    if (!outcome.done) return outcome
    await forgetSections(db, practice.id)
    return done({ id: practice.id, title: beginning.title })
  })
