// Loads what people of the demonstration watch from demo/watching.json, and what is new for them; who watches what is invented.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { subscriptionFrom } from './name-subscriptions.ts'
import { areas, rhythms } from './rhythm.ts'
import { findOrganisationId, putNotices } from './store-demonstration.ts'
import { setRhythm, subscribe } from './store-subscriptions.ts'

const file = z.array(
  z.object({
    person: z.string(),
    watches: z.array(z.string()),
    rhythms: z.partialRecord(z.enum(areas), z.enum(rhythms)),
  }),
)

/** Runs after the features whose contributions are told of; a second time changes nothing. */
export const loadWatching: LoadDemonstration = async ({ system, folder }) => {
  const entries = file.parse(JSON.parse(await readFile(join(folder, 'watching.json'), 'utf8')))
  for (const { person, watches, rhythms: chosen } of entries) {
    const { id } = await getInventedPerson(system, person)
    const subscriptions = watches.flatMap((of) => subscriptionFrom(of) ?? [])
    for (const one of subscriptions)
      await subscribe(system, id, [
        one.kind === 'organisation' ? { ...one, ref: await findOrganisationId(system, one.ref) } : one,
      ])
    for (const area of areas) if (chosen[area] !== undefined) await setRhythm(system, id, area, chosen[area])
    await putNotices(system, id)
  }
}
