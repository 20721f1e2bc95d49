// Loads the demonstration's polls from demo/polls.json: invented questions with invented answers, marked as such in every text,
// on every page and in every line.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type AudienceKind, networkAudience } from '#kernel/audience.ts'
import { endOfDay } from '#kernel/days.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { findInventedContribution, getInventedPerson, insertInventedContribution } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { wordsOf } from './content.ts'
import { itemKinds } from './poll.ts'
import { insertPoll } from './store.ts'
import { chooseAsked, insertAsked } from './store-asked.ts'
import { concludeInvented, findForumAudience, insertInventedAnswer } from './store-demonstration.ts'

const itemEntry = z.object({
  kind: z.enum(itemKinds),
  words: z.string(),
  choices: z.array(z.string()).default([]),
  unit: z.string().default(''),
  required: z.boolean().default(true),
})
const answerEntry = z.object({
  author: z.string(),
  given: z.array(z.union([z.boolean(), z.number(), z.string(), z.array(z.number()), z.null()])),
  staysInside: z.boolean().default(false),
  at: z.string(),
})
const pollsFile = z.array(
  z.object({
    author: z.string(),
    language: z.string(),
    /** `network`, or the slug of a forum. */
    audience: z.string(),
    title: z.string(),
    text: z.string(),
    items: z.array(itemEntry),
    concepts: z.array(z.string()),
    opensAnswers: z.boolean(),
    created: z.string(),
    endsOn: z.string(),
    answers: z.array(answerEntry),
    outcome: z.object({ text: z.string(), at: z.string() }).nullable(),
  }),
)
type Entry = z.infer<typeof pollsFile>[number]

const circleOf = async (system: Db, name: string): Promise<{ id: number; kind: AudienceKind }> =>
  name === 'network'
    ? { id: networkAudience, kind: 'network' }
    : { id: await findForumAudience(system, name), kind: 'forum' }

async function loadOne(system: Db, entry: Entry): Promise<void> {
  const audience = await circleOf(system, entry.audience)
  const author = await getInventedPerson(system, entry.author)
  const [at, endsAt] = [new Date(entry.created), endOfDay(entry.endsOn)]
  // Its own concepts: a title that says "(Demonstration)" would be taken for one about demonstrations.
  const words = { ...wordsOf({ ...entry, lang: entry.language }), concepts: entry.concepts }
  const about = { kind: 'poll', ...words, author, audienceId: audience.id, at }
  const id = await insertInventedContribution(system, about)
  const { text, items, opensAnswers } = entry
  const everybody = { countries: [], sizes: [] }
  await insertPoll(system, id, {
    text,
    items,
    opensAnswers,
    endsAt,
    ...everybody,
    remind: 'never',
    remindAt: undefined,
  })
  await insertAsked(system, id, await chooseAsked(system, audience, everybody))
  await recordFact(system, { name: 'poll.asked', actor: author, contributionId: id, audienceId: audience.id, at })
  for (const answer of entry.answers) {
    const person = await getInventedPerson(system, answer.author)
    await insertInventedAnswer(system, id, { ...answer, person, at: new Date(answer.at) })
  }
  if (entry.outcome === null) return
  const closed = new Date(entry.outcome.at)
  await concludeInvented(system, id, entry.outcome.text, closed)
  const told = { actor: author, contributionId: id, audienceId: audience.id }
  await recordFact(system, { name: 'poll.closed', ...told, at: closed })
}

/** A second time changes nothing: what is there by its title stays. */
export const loadPolls: LoadDemonstration = async ({ system, folder }) => {
  const entries = pollsFile.parse(JSON.parse(await readFile(join(folder, 'polls.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    for (const entry of entries)
      if ((await findInventedContribution(db, 'poll', entry.title)) === undefined) await loadOne(db, entry)
  })
}
