// Invented institutions and persons, from demo/experts.json, marked as such.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { type InventedExpert, insertInvented } from './store-asking.ts'

export const loadExperts: LoadDemonstration = async ({ system, folder }) => {
  const entries: readonly InventedExpert[] = JSON.parse(await readFile(join(folder, 'experts.json'), 'utf8'))
  for (const entry of entries) await insertInvented(system, entry)
}
