// Contacts of the demonstration: invented persons, at cities where invented persons work anyway.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import type { ContactFunction } from './contact.ts'
import { findOrganisations, insertContact } from './store.ts'

interface Entry {
  readonly city: string
  readonly function: ContactFunction
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly since: string
}

/** Runs as the system, once: on a new database. */
export const loadContacts: LoadDemonstration = async ({ system, folder }) => {
  const entries: readonly Entry[] = JSON.parse(await readFile(join(folder, 'contacts.json'), 'utf8'))
  const ids = await findOrganisations(
    system,
    entries.map(({ city }) => city),
  )
  for (const { city, since, ...entry } of entries) {
    const organisationId = ids.get(city)
    if (organisationId !== undefined)
      await insertContact(system, { ...entry, organisationId, beginsOn: since, by: null })
  }
}
