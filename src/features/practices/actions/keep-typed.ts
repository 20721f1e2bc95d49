// Keep what is being typed, so that a closed browser loses nothing. It is nobody else's until it is saved.

import type { Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { practiceFields } from '../inputs.ts'
import { mayEditPractice } from '../permissions.ts'
import { getPractice } from '../store.ts'
import { keepTyped } from '../store-kept.ts'
import { fieldsOf, type TellingStep } from '../telling.ts'

export interface TypedOn {
  /** Undefined: a practice that was not saved yet. */
  readonly id: number | undefined
  readonly step: TellingStep
}

/** What was never saved is carried by its first step as a whole. */
const ofTheStep = (typed: Typed, { id, step }: TypedOn): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) =>
        name !== 'widen' &&
        (name === 'revision' || (id === undefined ? practiceFields : fieldsOf[step]).includes(name)),
    ),
  )

export const keepPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  { id, step }: TypedOn,
  typed: Typed,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    if (id !== undefined && !mayEditPractice(viewer, await getPractice(db, id, viewer.person.lang))) throw forbidden()
    const place = { personId: viewer.person.id, contributionId: id ?? null, step }
    await keepTyped(db, place, ofTheStep(typed, { id, step }), now)
  })
