// Pin what a room wants to keep in sight, or take it down. Whoever is in the room pins; who pinned it and the hosts take it down.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { findPin, pin, unpin } from '../store-threads.ts'

export const setPin = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  wanted: boolean,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const thing = id === undefined ? undefined : await findAnyContribution(db, id, viewer.person.lang)
    if (thing === undefined) throw notFound()
    const may = await findPin(db, thing.id)
    if (may === undefined) throw forbidden()
    // A second click finds it done.
    if (wanted && may === 'pin') await pin(db, thing.id, viewer.person.id)
    if (!wanted && may === 'unpin') await unpin(db, thing.id)
    return thing
  })
