// Loads the demonstration's practices: summaries from public sources, with their sources, as public contributions.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { publicAudience } from '#kernel/audience.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import type { Db } from '#platform/db/database.ts'
import { setConcepts } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { isEvidenceLevel, type PracticeTexts } from './practice.ts'
import { findPersonBySlug, insertDemonstration, insertPractice } from './store.ts'

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
  evaluation: '',
  lessons: '',
  transfer: '',
  yearStart: entry.year_start,
  yearEnd: null,
  evidence: isEvidenceLevel(extra.evidence) ? extra.evidence : null,
  sources: entry.sources,
})

async function loadOne(system: Db, entry: Entry, extra: Extra, publishedAt: Date): Promise<void> {
  const author = await findPersonBySlug(system, extra.author)
  const id = await insertDemonstration(system, {
    title: entry.title,
    summary: extra.summary,
    lang: entry.language,
    author_id: author.id,
    organisationSlug: extra.organisation,
    audience_id: publicAudience,
    state: 'published',
    publishedAt,
  })
  if (id === undefined) return
  await insertPractice(system, id, textsOf(entry, extra), true)
  await setConcepts(system, id, extra.concepts)
  await recordFact(system, { name: 'practice.published', contributionId: id, audienceId: publicAudience })
}

const day = 86_400_000

/** A second time changes nothing: what is there by title and city stays. */
export const loadPractices: LoadDemonstration = async ({ system, folder, now }) => {
  const entries = practiceFile.parse(JSON.parse(await readFile(join(folder, 'practices.json'), 'utf8')))
  const extras = extraFile.parse(JSON.parse(await readFile(join(folder, 'practices-extra.json'), 'utf8')))
  const extraOf = new Map(extras.map((extra) => [extra.practice, extra]))
  await system.transaction().execute(async (transaction) => {
    for (const [index, entry] of entries.entries()) {
      const extra = extraOf.get(entry.id)
      // Spread over the last months, so that "newest" has an order that stays the same.
      if (extra !== undefined) await loadOne(transaction, entry, extra, new Date(now().getTime() - (index + 1) * day))
    }
  })
}
