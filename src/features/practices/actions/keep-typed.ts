// Keep what is being typed, so that a closed browser loses nothing. It is nobody else's until it is saved.

import type { Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { practiceFields } from '../inputs.ts'
import { mayEditPractice } from '../permissions.ts'
import { getPractice } from '../store.ts'
import { keepTyped } from '../store-kept.ts'

const ofTheForm = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => practiceFields.includes(name)))

/** `id` undefined: a practice that was not saved yet. */
export const keepPractice = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  typed: Typed,
  now: Date,
): Promise<void> =>
  asPerson(async (db) => {
    if (id !== undefined && !mayEditPractice(viewer, await getPractice(db, id, viewer.person.lang))) throw forbidden()
    await keepTyped(db, { personId: viewer.person.id, contributionId: id ?? null }, ofTheForm(typed), now)
  })
