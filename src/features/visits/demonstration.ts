// Loads the demonstration's study visits from demo/visits.json: invented, and marked as such in every title and text.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { findInventedContribution, getInventedPerson, insertInventedContribution } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertVisit } from './store.ts'
import { insertStep, insertWish, moveWish } from './store-wishes.ts'
import { directions, summaryOf } from './study-visit.ts'

const days = { firstDay: z.string(), lastDay: z.string() }
const step = z.object({
  author: z.string(),
  act: z.enum(['asked', 'proposed', 'agreed', 'ended']),
  text: z.string(),
  created: z.string(),
  ...days,
})
const wish = z.object({
  by: z.string(),
  people: z.number(),
  state: z.enum(['open', 'agreed', 'ended']),
  steps: z.array(step).min(1),
})
const visitsFile = z.array(
  z.object({
    author: z.string(),
    direction: z.enum(directions),
    audience: z.enum(['public', 'network']),
    language: z.string(),
    title: z.string(),
    text: z.string(),
    place: z.string(),
    people: z.number(),
    languages: z.array(z.string()),
    concepts: z.array(z.string()),
    created: z.string(),
    wishes: z.array(wish),
    ...days,
  }),
)
type Entry = z.infer<typeof visitsFile>[number]

async function loadWish(db: Db, visitId: number, { by, people, state, steps }: Entry['wishes'][number]): Promise<void> {
  const [first] = steps
  const last = steps.at(-1)
  if (first === undefined || last === undefined) return
  const person = await getInventedPerson(db, by)
  const id = await insertWish(db, person, { visitId, people, firstDay: first.firstDay, lastDay: first.lastDay })
  if (id === undefined) return
  for (const { author, created, ...one } of steps)
    await insertStep(db, id, await getInventedPerson(db, author), { ...one, at: new Date(created) })
  const proposed = steps.findLast(({ act }) => act === 'asked' || act === 'proposed') ?? first
  const { organisationId: daysBy } = await getInventedPerson(db, proposed.author)
  const { firstDay, lastDay } = last
  await moveWish(
    db,
    { id, state: 'open', firstDay: first.firstDay, lastDay: first.lastDay },
    { firstDay, lastDay, state, daysBy },
  )
}

async function loadVisit(
  db: Db,
  { author: slug, audience, language, title, created, wishes, concepts, ...visit }: Entry,
): Promise<void> {
  if ((await findInventedContribution(db, 'visit', title)) !== undefined) return
  const author = await getInventedPerson(db, slug)
  const at = new Date(created)
  const audienceId = audience === 'public' ? publicAudience : networkAudience
  const words = { kind: 'visit', title, summary: summaryOf(visit.text), lang: language, concepts }
  const id = await insertInventedContribution(db, { ...words, author, audienceId, at })
  await insertVisit(db, id, visit)
  await recordFact(db, { name: 'visit.published', actor: author, contributionId: id, audienceId, at })
  for (const one of wishes) await loadWish(db, id, one)
}

/** A second time changes nothing: what is there by its title stays. */
export const loadVisits: LoadDemonstration = async ({ system, folder }) => {
  const entries = visitsFile.parse(JSON.parse(await readFile(join(folder, 'visits.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    for (const entry of entries) await loadVisit(db, entry)
  })
}
