// Loads the demonstration's messages from demo/messages.json: between invented persons, and marked as such in every subject.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { findInventedContribution, getInventedPerson, insertInventedReply } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { insertInventedMessage } from './store-demonstration.ts'

const word = z.object({ author: z.string(), language: z.string(), text: z.string(), created: z.string() })
const messagesFile = z.array(z.object({ to: z.string(), title: z.string(), words: z.array(word).min(1) }))
type Entry = z.infer<typeof messagesFile>[number]

async function loadMessage(db: Db, { to, title, words }: Entry): Promise<void> {
  const [first] = words
  if (first === undefined || (await findInventedContribution(db, 'message', title)) !== undefined) return
  const [author, reader] = [await getInventedPerson(db, first.author), await getInventedPerson(db, to)]
  const at = new Date(first.created)
  const { id, audienceId } = await insertInventedMessage(db, { author, reader, title, lang: first.language, at })
  await recordFact(db, { name: 'message.sent', actor: author, contributionId: id, audienceId, at })
  for (const { author: slug, language: lang, text, created } of words)
    await insertInventedReply(db, id, {
      author: await getInventedPerson(db, slug),
      lang,
      text,
      at: new Date(created),
    })
}

/** A second time changes nothing: what is there by its subject stays. */
export const loadMessages: LoadDemonstration = async ({ system, folder }) => {
  const entries = messagesFile.parse(JSON.parse(await readFile(join(folder, 'messages.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    for (const entry of entries) await loadMessage(db, entry)
  })
}
