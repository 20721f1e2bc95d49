// The accounts' part of the demonstration network: who is listed on its sign-in page, and in which order.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { putOnSignInPage } from './store-demonstration.ts'

interface PersonEntry {
  readonly slug: string
  readonly signInOrder: number | null
  readonly description: Readonly<Record<string, string>> | null
}

/** Persons exist by then: `members` and `people` come first in features.ts. Loading twice changes nothing. */
export const loadDemonstration: LoadDemonstration = async ({ system, folder }) => {
  const entries = JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')) as readonly PersonEntry[]
  for (const { slug, signInOrder, description } of entries)
    if (signInOrder !== null) await putOnSignInPage(system, slug, signInOrder, description ?? {})
}
