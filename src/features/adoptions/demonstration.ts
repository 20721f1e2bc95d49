// Loads the demonstration's lineages from demo/adoptions.json: invented, and marked as such in every text and on every page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { findInventedContribution, getInventedPerson, insertInventedContribution } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { stages } from './adoption.ts'
import { textsOf, titleOf } from './content.ts'
import { adoptionInput } from './inputs.ts'
import { insertAdoption } from './store.ts'

const adoptionsFile = z.array(
  z.object({
    id: z.string(),
    /** Of practices.json, or of contributions.json. */
    practice: z.string(),
    takenFrom: z.string().nullable(),
    author: z.string(),
    language: z.string(),
    audience: z.enum(['public', 'network']),
    stage: z.enum(stages),
    sinceYear: z.number(),
    sinceMonth: z.number().nullable(),
    title: z.string(),
    adapted: z.string(),
    result: z.string(),
    stoppedBecause: z.string(),
    created: z.string(),
  }),
)
type Entry = z.infer<typeof adoptionsFile>[number]

const titledFile = z.array(z.object({ id: z.string(), title: z.string() }))
const examplesFile = z.object({ contributions: titledFile })

const read = async <Schema extends z.ZodType>(folder: string, name: string, schema: Schema): Promise<z.infer<Schema>> =>
  schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))

const inputOf = (entry: Entry, audience: number) =>
  adoptionInput.parse({
    ...entry,
    lang: entry.language,
    sinceYear: String(entry.sinceYear),
    sinceMonth: String(entry.sinceMonth ?? ''),
    takenFrom: '',
    audience: String(audience),
  })

async function loadOne(system: Db, entry: Entry, practiceId: number, parentId: number | null): Promise<number> {
  const audienceId = entry.audience === 'public' ? publicAudience : networkAudience
  const author = await getInventedPerson(system, entry.author)
  const at = new Date(entry.created)
  const input = inputOf(entry, audienceId)
  const words = titleOf(input, '')
  const id = await insertInventedContribution(system, { kind: 'adoption', ...words, author, audienceId, at })
  const texts = { ...textsOf(input), contactId: author.id }
  await insertAdoption(system, id, texts, { practiceId, parentId })
  const fact = { name: 'adoption.published', contributionId: id, audienceId, at }
  await recordFact(system, { ...fact, actor: author })
  return id
}

/** Into a database that has none yet: a second time changes nothing. */
export const loadAdoptions: LoadDemonstration = async ({ system, folder }) => {
  const entries = await read(folder, 'adoptions.json', adoptionsFile)
  const practices = await read(folder, 'practices.json', titledFile)
  const examples = await read(folder, 'contributions.json', examplesFile)
  const titles = new Map([...practices, ...examples.contributions].map(({ id, title }) => [id, title]))
  await system.transaction().execute(async (db) => {
    const ids = new Map<string, number>()
    for (const entry of entries) {
      if ((await findInventedContribution(db, 'adoption', entry.title)) !== undefined) continue
      const practiceId = await findInventedContribution(db, 'practice', titles.get(entry.practice) ?? '')
      if (practiceId === undefined) continue
      const parentId = entry.takenFrom === null ? null : (ids.get(entry.takenFrom) ?? null)
      ids.set(entry.id, await loadOne(db, entry, practiceId, parentId))
    }
  })
}
