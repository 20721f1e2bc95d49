// The accounts' part of the demonstration network: who is listed on its sign-in page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { putOnSignInPage } from './store-demonstration.ts'

interface PersonEntry {
  readonly slug: string
  readonly onSignInPage?: boolean | number
  readonly description?: Readonly<Record<string, string>>
}

/** Persons exist by then: `members` and `people` come first in features.ts. */
export const loadDemonstration: LoadDemonstration = async ({ system, folder }) => {
  const entries = JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')) as readonly PersonEntry[]
  const shown = entries.filter((entry) => entry.onSignInPage)
  for (const [index, entry] of shown.entries())
    await putOnSignInPage(system, entry.slug, index + 1, entry.description ?? {})
}
