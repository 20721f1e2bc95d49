// Loads the demonstration's rooms from demo/rooms.json: invented, and marked as such in every text and on every page.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { networkAudience } from '#kernel/audience.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import { getInventedPerson, insertInventedContribution, insertInventedReply } from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { entries } from './room.ts'
import { findInventedRoom, insertInventedRoom } from './store-demonstration.ts'
import { insertThread, pin } from './store-threads.ts'

const reply = z.object({ author: z.string(), language: z.string(), text: z.string(), created: z.string() })
const thread = reply.extend({ title: z.string(), pinned: z.boolean(), replies: z.array(reply) })
const roomsFile = z.array(
  z.object({
    name: z.string(),
    aim: z.string(),
    language: z.string(),
    concepts: z.array(z.string()),
    entry: z.enum(entries),
    chatham: z.boolean(),
    created: z.string(),
    hosts: z.array(z.string()),
    members: z.array(z.string()),
    threads: z.array(thread),
  }),
)
type Entry = z.infer<typeof roomsFile>[number]

async function loadThread(db: Db, roomId: number, entry: Entry['threads'][number]): Promise<void> {
  const author = await getInventedPerson(db, entry.author)
  const at = new Date(entry.created)
  const words = { kind: 'thread', title: entry.title, summary: plainText(entry.text, 280), lang: entry.language }
  const id = await insertInventedContribution(db, { ...words, author, audienceId: roomId, at })
  await insertThread(db, id, entry.text)
  if (entry.pinned) await pin(db, id, author.id)
  await recordFact(db, { name: 'thread.opened', actor: author, contributionId: id, audienceId: roomId, at })
  for (const one of entry.replies) {
    const by = await getInventedPerson(db, one.author)
    const given = new Date(one.created)
    const said = await insertInventedReply(db, id, { author: by, lang: one.language, text: one.text, at: given })
    const about = { actor: by, contributionId: id, audienceId: roomId, at: given }
    await recordFact(db, { name: 'reply.given', ...about, data: { reply: said } })
  }
}

async function loadRoom(db: Db, { hosts, members, threads, language, created, ...room }: Entry): Promise<void> {
  if ((await findInventedRoom(db, room.name)) !== undefined) return
  const at = new Date(created)
  const people = []
  for (const slug of [...hosts, ...members])
    people.push({ ...(await getInventedPerson(db, slug)), host: hosts.includes(slug) })
  const id = await insertInventedRoom(db, { ...room, lang: language, listedFor: networkAudience, at, people })
  for (const one of threads) await loadThread(db, id, one)
}

/** A second time changes nothing: what is there by its name stays. */
export const loadRooms: LoadDemonstration = async ({ system, folder }) => {
  const rooms = roomsFile.parse(JSON.parse(await readFile(join(folder, 'rooms.json'), 'utf8')))
  await system.transaction().execute(async (db) => {
    for (const room of rooms) await loadRoom(db, room)
  })
}
