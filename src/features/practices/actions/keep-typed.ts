// Keep what is being typed, so that a closed browser loses nothing. It is nobody else's until it is saved.

import type { Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mayEditPractice } from '../permissions.ts'
import { getPractice } from '../store.ts'
import { keepTyped } from '../store-kept.ts'
import { fieldsOf, type TellingStep } from '../telling.ts'

const ofTheStep = (typed: Typed, step: TellingStep): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) => name === 'revision' || (name !== 'widen' && fieldsOf[step].includes(name)),
    ),
  )

export interface TypedOn {
  /** Undefined: a practice that was not saved yet. */
  readonly id: number | undefined
  readonly step: TellingStep
}

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
    await keepTyped(db, place, ofTheStep(typed, step), now)
  })
