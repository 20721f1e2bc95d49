// Entries of the demonstration: made up for invented persons' cities, and marked so wherever they are shown.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { blank, type GainFields } from './gain.ts'
import { insertVersion } from './store.ts'
import { findPlaces } from './store-demonstration.ts'

type Entry = Partial<GainFields> &
  Pick<GainFields, 'kind' | 'onDay' | 'title' | 'lang'> & {
    readonly city: string
    /** The register's slug of a partner. */
    readonly partner?: string
  }

/** Runs as the system, once: on a new database. */
export const loadGains: LoadDemonstration = async ({ system, folder }) => {
  const entries: readonly Entry[] = JSON.parse(await readFile(join(folder, 'gains.json'), 'utf8'))
  const ids = await findPlaces(
    system,
    entries.flatMap(({ city, partner = [] }) => [city].concat(partner)),
  )
  for (const { city, partner = '', ...entry } of entries) {
    const organisationId = ids.get(city)
    const fields = { ...blank, ...entry, partnerId: ids.get(partner) ?? null }
    if (organisationId !== undefined)
      await insertVersion(
        system,
        { organisationId, follows: undefined, fields, document: null, removed: false, by: null },
        true,
      )
  }
}
