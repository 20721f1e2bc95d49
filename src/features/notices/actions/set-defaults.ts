// Whoever has decided nothing starts with what fits their city: what it shares, its forums, as far as they themselves reach it.
import { isSignedIn } from '#kernel/viewer.ts'
import type { JobParts } from '#platform/feature.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'
import type { Subscription } from '../notice.ts'
import { isStillUndecided, listUndecided, setByDefault } from '../store-defaults.ts'
import { listProposed } from '../store-names.ts'

type Parts = Pick<JobParts, 'system' | 'readAs' | 'now'>

const isKnown = ({ kind, ref }: Subscription): boolean => kind !== 'concept' || isConcept(ref)

/** Settled with the first subject; a city that has shared nothing yet may do so tomorrow. */
async function setFor({ system, readAs, now }: Parts, personId: number): Promise<void> {
  const proposed = await readAs(personId, async (db, viewer) =>
    isSignedIn(viewer) ? listProposed(db, viewer.person) : [],
  )
  const watched = proposed.filter(isKnown)
  const settled = watched.some(({ kind }) => kind === 'concept')
  if (watched.length > 0) await setByDefault(system, personId, { watched, settled, now: now() })
}

export async function setDefaultsFor(parts: Parts, personId: number): Promise<void> {
  if (await isStillUndecided(parts.system, personId)) await setFor(parts, personId)
}

const batch = 200

/** Each in a transaction of their own: what was cut off is taken up by the next round. */
export async function setDefaultsForAll(parts: Parts): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await listUndecided(parts.system, after, batch)
    for (const id of ids) await setFor(parts, id)
    if (ids.length < batch) return
    after = ids.at(-1) ?? after
  }
}
