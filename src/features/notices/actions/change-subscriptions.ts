// Watch something, stop watching it, watch what is proposed.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { ContributionKind } from '#platform/feature.ts'
import { nameSubscriptions } from '../name-subscriptions.ts'
import { mostSubscriptions, type Subscription } from '../notice.ts'
import { listProposed } from '../store-names.ts'
import { countSubscriptions, subscribe, unsubscribe } from '../store-subscriptions.ts'

type Kinds = ReadonlyMap<string, ContributionKind>

/** Only what one may know of; its name is nobody's to find out here. */
export const watchIt = (
  asPerson: AsPerson,
  { person }: SignedIn,
  subscription: Subscription,
  kinds: Kinds,
): Promise<Outcome<undefined, 'too-many'>> =>
  asPerson(async (db) => {
    const [known] = await nameSubscriptions(db, [subscription], kinds, person.lang)
    if (known === undefined) throw notFound()
    if ((await countSubscriptions(db)) >= mostSubscriptions) return refused('too-many')
    await subscribe(db, person.id, [{ kind: known.kind, ref: known.ref }])
    return done(undefined)
  })

/** Also what one may not know of any more. */
export const endWatching = (asPerson: AsPerson, { person }: SignedIn, subscription: Subscription): Promise<void> =>
  asPerson((db) => unsubscribe(db, person.id, subscription))

/** Gives how many came to it. */
export const watchProposed = (asPerson: AsPerson, { person }: SignedIn, kinds: Kinds): Promise<number> =>
  asPerson(async (db) => {
    const room = mostSubscriptions - (await countSubscriptions(db))
    const proposed = await nameSubscriptions(db, await listProposed(db, person), kinds, person.lang)
    const taken = proposed.slice(0, Math.max(0, room))
    await subscribe(db, person.id, taken)
    return taken.length
  })
