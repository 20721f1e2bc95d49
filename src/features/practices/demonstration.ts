// Loads the demonstration's practices: summaries from public sources, with their sources, as public contributions.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { examplesFile, loadExample, loadReply } from './demonstration-examples.ts'
import { loadFiles } from './demonstration-files.ts'
import { isEvidenceLevel, type PracticeTexts } from './practice.ts'
import { insertPractice } from './store.ts'
import { findPersonBySlug, insertDemonstration } from './store-demonstration.ts'
import { keepRevision } from './store-revisions.ts'

const practiceFile = z.array(
  z.object({
    id: z.string(),
    year_start: z.number().nullable(),
    language: z.string(),
    title: z.string(),
    problem: z.string(),
    response: z.string(),
    partners: z.array(z.string()),
    results: z.string(),
    cost: z.string().nullable(),
    sources: z.array(z.object({ title: z.string(), address: z.string() })),
  }),
)
const extraFile = z.array(
  z.object({
    practice: z.string(),
    author: z.string(),
    organisation: z.string(),
    concepts: z.array(z.string()),
    evidence: z.number(),
    summary: z.string(),
    published: z.string(),
  }),
)

type Entry = z.infer<typeof practiceFile>[number]
type Extra = z.infer<typeof extraFile>[number]

const textsOf = (entry: Entry, extra: Extra): PracticeTexts => ({
  problem: entry.problem,
  analysis: '',
  response: entry.response,
  partners: entry.partners.map((partner) => `- ${partner}`).join('\n'),
  cost: entry.cost ?? '',
  staff: '',
  results: entry.results,
  measured: '',
  measuredWhen: '',
  evaluation: '',
  lessons: '',
  transfer: '',
  effect: '',
  mechanism: '',
  moderators: '',
  implementation: '',
  economics: '',
  yearStart: entry.year_start,
  yearEnd: null,
  evidence: isEvidenceLevel(extra.evidence) ? extra.evidence : null,
  sources: entry.sources,
})

async function loadOne(system: Db, entry: Entry, extra: Extra): Promise<number | undefined> {
  const author = await findPersonBySlug(system, extra.author)
  const at = new Date(extra.published)
  const id = await insertDemonstration(system, {
    title: entry.title,
    summary: extra.summary,
    lang: entry.language,
    concepts: extra.concepts,
    author_id: author.id,
    organisationSlug: extra.organisation,
    audience_id: publicAudience,
    state: 'published',
    at,
  })
  if (id === undefined) return undefined
  await insertPractice(system, id, textsOf(entry, extra), true)
  await keepRevision(system, id, author.id)
  await recordFact(system, { name: 'practice.published', contributionId: id, audienceId: publicAudience, at })
  return id
}

const read = async <Schema extends z.ZodType>(folder: string, name: string, schema: Schema): Promise<z.infer<Schema>> =>
  schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))

/** A second time changes nothing: what is there by title and city stays. */
export const loadPractices: LoadDemonstration = async (parts) => {
  const { system, folder } = parts
  const entries = await read(folder, 'practices.json', practiceFile)
  const extras = new Map(
    (await read(folder, 'practices-extra.json', extraFile)).map((extra) => [extra.practice, extra]),
  )
  const examples = await read(folder, 'contributions.json', examplesFile)
  await system.transaction().execute(async (transaction) => {
    const ids = new Map<string, number>()
    for (const entry of entries) {
      const extra = extras.get(entry.id)
      const id = extra === undefined ? undefined : await loadOne(transaction, entry, extra)
      if (id !== undefined) ids.set(entry.id, id)
    }
    for (const example of examples.contributions) await loadExample(transaction, example)
    for (const reply of examples.replies) await loadReply(transaction, reply, ids.get(reply.practice))
  })
  for (const example of examples.contributions) await loadFiles(parts, example)
}
