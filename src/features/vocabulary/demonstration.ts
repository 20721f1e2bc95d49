// Loads the demonstration's proposals from demo/proposals.json: invented, and marked as such on every page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { recordFact } from '#trunk/facts.ts'
import { judgeWish } from './judge-wish.ts'
import { recallAdditions } from './recall-additions.ts'
import { insertAddition, insertDecision, insertProposal } from './store.ts'
import {
  dateDecision,
  findInvented,
  insertDemonstration,
  insertDemonstrationReply,
  isLoaded,
} from './store-demonstration.ts'

const proposalsFile = z.array(
  z.object({
    author: z.string(),
    adds: z.enum(['label', 'concept']),
    concept: z.string(),
    label: z.string(),
    language: z.string(),
    english: z.string(),
    meaning: z.string(),
    reason: z.string(),
    created: z.string(),
    decision: z
      .object({ by: z.string(), at: z.string(), accepted: z.boolean(), reason: z.string(), note: z.string() })
      .nullable(),
    replies: z.array(z.object({ author: z.string(), text: z.string(), created: z.string() })),
  }),
)
type Entry = z.infer<typeof proposalsFile>[number]

/** Words that the files have by now cannot be accepted once more: then the proposal is left waiting. */
async function decide(db: Db, id: number, entry: Entry): Promise<void> {
  if (entry.decision === null) return
  const { by, at, accepted, reason, note } = entry.decision
  const officer = await findInvented(db, by)
  const judged = judgeWish({ ...entry, lang: entry.language, meaning: note }, vocabulary(), officer.lang, true)
  if (accepted && !judged.fits) return
  const additionId = accepted && judged.fits ? await insertAddition(db, judged.addition) : null
  await insertDecision(db, id, officer, { additionId, reason })
  const day = new Date(at)
  await dateDecision(db, id, day)
  const name = accepted ? 'proposal.accepted' : 'proposal.declined'
  const data = additionId === null ? {} : { addition: additionId }
  await recordFact(db, { name, actor: officer, contributionId: id, audienceId: networkAudience, at: day, data })
}

async function loadOne(db: Db, entry: Entry): Promise<void> {
  const { label: title, language: lang, concept } = entry
  if (vocabulary().find(concept) === undefined) return
  const author = await findInvented(db, entry.author)
  const at = new Date(entry.created)
  const id = await insertDemonstration(db, { title, lang, concept, author, audienceId: networkAudience, at })
  await insertProposal(db, id, { ...entry, lang }, author.lang)
  await recordFact(db, {
    name: 'proposal.published',
    actor: author,
    contributionId: id,
    audienceId: networkAudience,
    at,
  })
  await decide(db, id, entry)
  for (const { author: slug, text, created } of entry.replies)
    await insertDemonstrationReply(db, id, { author: await findInvented(db, slug), text, at: new Date(created) })
}

/** Into a database that has none yet: a second time changes nothing. */
export const loadProposals: LoadDemonstration = async ({ system, folder }) => {
  const entries = proposalsFile.parse(JSON.parse(await readFile(join(folder, 'proposals.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    if (await isLoaded(db)) return
    for (const entry of entries) await loadOne(db, entry)
  })
  // The search, which is loaded later, knows the accepted words.
  await recallAdditions(system)
}
