// Loads the demonstration's questions from demo/questions.json: invented, and marked as such in every text and on every page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkAudience, publicAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import {
  findInventedContribution,
  getInventedPerson,
  insertInventedContribution,
  insertInventedReply,
} from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { practicePath } from '../practices/public.ts'
import { wordsOf } from './content.ts'
import { insertQuestion, settle } from './store.ts'

/** Without an author: whoever asked as a member city. */
const replyEntry = z.object({
  author: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  created: z.string(),
})
const questionsFile = z.array(
  z.object({
    author: z.string(),
    veiled: z.boolean().default(false),
    language: z.string(),
    audience: z.enum(['public', 'network']),
    title: z.string(),
    text: z.string(),
    concepts: z.array(z.string()),
    created: z.string(),
    replies: z.array(replyEntry),
    /** `reply`: which of the replies helped, from 0. */
    answered: z.object({ reply: z.number(), at: z.string() }).nullable(),
  }),
)
type Entry = z.infer<typeof questionsFile>[number]
type ReplyEntry = z.infer<typeof replyEntry>

const titledFile = z.array(z.object({ id: z.string(), title: z.string() }))

const read = async <Schema extends z.ZodType>(folder: string, name: string, schema: Schema): Promise<z.infer<Schema>> =>
  schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))

/** `{gent-burenbemiddeling}` in a text becomes a link to the practice that practices.json calls so. */
async function withLinks(system: Db, text: string, titles: ReadonlyMap<string, string>): Promise<string> {
  let linked = text
  for (const [place, name = ''] of text.matchAll(/\{([a-z0-9-]+)\}/g)) {
    const title = titles.get(name) ?? name
    const id = await findInventedContribution(system, 'practice', title)
    linked = linked.replace(place, id === undefined ? title : `[${title}](${practicePath(id, title)})`)
  }
  return linked
}

async function loadReply(system: Db, questionId: number, audienceId: number, entry: ReplyEntry): Promise<number> {
  const author = entry.author === null ? undefined : await getInventedPerson(system, entry.author)
  const at = new Date(entry.created)
  const id = await insertInventedReply(system, questionId, { author, lang: entry.language, text: entry.text, at })
  const data = { reply: id }
  const by = author === undefined ? {} : { actor: author }
  await recordFact(system, { name: 'reply.given', ...by, contributionId: questionId, audienceId, at, data })
  return id
}

async function loadOne(system: Db, entry: Entry): Promise<void> {
  const audienceId = entry.audience === 'public' ? publicAudience : networkAudience
  const author = await getInventedPerson(system, entry.author)
  const at = new Date(entry.created)
  const { veiled } = entry
  const words = wordsOf({ ...entry, lang: entry.language })
  const id = await insertInventedContribution(system, { kind: 'question', ...words, author, veiled, audienceId, at })
  await insertQuestion(system, id, entry.text)
  const about = { ...(veiled ? {} : { actor: author }), contributionId: id, audienceId }
  await recordFact(system, { name: 'question.asked', ...about, at })
  const replies: number[] = []
  for (const reply of entry.replies) replies.push(await loadReply(system, id, audienceId, reply))
  if (entry.answered === null) return
  const answeredAt = new Date(entry.answered.at)
  await settle(system, id, replies[entry.answered.reply] ?? null, answeredAt)
  await recordFact(system, { name: 'question.answered', ...about, at: answeredAt })
}

/** A second time changes nothing: what is there by its title stays. */
export const loadQuestions: LoadDemonstration = async ({ system, folder }) => {
  const entries = await read(folder, 'questions.json', questionsFile)
  const practices = await read(folder, 'practices.json', titledFile)
  const titles = new Map(practices.map(({ id, title }) => [id, title]))
  await system.transaction().execute(async (db) => {
    for (const entry of entries) {
      if ((await findInventedContribution(db, 'question', entry.title)) !== undefined) continue
      const text = await withLinks(db, entry.text, titles)
      const replies = []
      for (const reply of entry.replies) replies.push({ ...reply, text: await withLinks(db, reply.text, titles) })
      await loadOne(db, { ...entry, text, replies })
    }
  })
}
