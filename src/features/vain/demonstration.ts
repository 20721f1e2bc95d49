// Loads what the demonstration's people searched for in vain, from demo/searched-in-vain.json; invented like they are.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadDemonstration } from '#platform/feature.ts'
import { putVain } from './store.ts'

const file = z.array(
  z.object({ words: z.string(), lang: z.string(), times: z.number().int().min(3), month: z.string() }),
)

/** A second time changes nothing. */
export const loadVain: LoadDemonstration = async ({ system, settings, folder }) => {
  const entries = file.parse(JSON.parse(await readFile(join(folder, 'searched-in-vain.json'), 'utf8')))
  for (const entry of entries) await putVain(system, entry, settings.secret)
}
