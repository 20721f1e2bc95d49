// The demonstration's files: Kaiserslautern with what is known of it and its sources, and municipalities that exist nowhere.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { type InventedFile, putFile } from './store-demonstration.ts'

export const loadAccessions: LoadDemonstration = async ({ system, folder, now }) => {
  const files = JSON.parse(await readFile(join(folder, 'accessions.json'), 'utf8')) as readonly InventedFile[]
  for (const file of files) await putFile(system, file, now())
}
