// Loads the documents of the demonstration's rooms: files of demo/files, made for this purpose and invented like the rooms.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadDemonstration } from '#platform/feature.ts'
import { type StoredFile, storeUpload } from '#platform/files/uploads.ts'
import { createAttachment } from '#trunk/attachments.ts'
import {
  findInventedContribution,
  getInventedPerson,
  type InventedPerson,
  insertInventedContribution,
} from '#trunk/demonstration.ts'
import { recordFact } from '#trunk/facts.ts'
import { findInventedRoom } from '../rooms/public.tsx'
import { insertVersion, setVersionDay } from './store.ts'

const version = z.object({ author: z.string(), file: z.string(), name: z.string(), said: z.string(), at: z.string() })
const document = z.object({
  author: z.string(),
  language: z.string(),
  title: z.string(),
  summary: z.string(),
  versions: z.array(version),
})
const roomsFile = z.array(z.object({ name: z.string(), documents: z.array(document) }))
type Parts = Parameters<LoadDemonstration>[0]
type Entry = z.infer<typeof document>

/** Judged and stored as if somebody had brought it. */
async function store({ settings, folder }: Parts, { file, name }: Entry['versions'][number]): Promise<StoredFile> {
  const bytes = await readFile(join(folder, 'files', file))
  const stored = await storeUpload(settings.dataDir, new File([Uint8Array.from(bytes)], name))
  if (typeof stored === 'string') throw new Error(`demo/files/${file} cannot be brought: ${stored}`)
  return stored
}

interface Brought {
  readonly by: InventedPerson
  readonly at: Date
  readonly said: string
  readonly stored: StoredFile
}

/** After the files are there, since none is written within a transaction. */
const insert = (parts: Parts, audienceId: number, entry: Entry, versions: readonly Brought[]): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    const author = await getInventedPerson(db, entry.author)
    const { title, summary, language: lang } = entry
    const at = versions[0]?.at ?? parts.now()
    const id = await insertInventedContribution(db, { kind: 'document', title, summary, lang, author, audienceId, at })
    for (const one of versions) {
      const attachment = await createAttachment(db, one.by.id, { contributionId: id, ...one.stored })
      await setVersionDay(db, attachment, one.at)
      await insertVersion(db, id, attachment, one.said)
      await recordFact(db, { name: 'attachment.added', actor: one.by, contributionId: id, audienceId, at: one.at })
    }
    await recordFact(db, { name: 'document.added', actor: author, contributionId: id, audienceId, at })
  })

async function load(parts: Parts, roomId: number, entry: Entry): Promise<void> {
  if ((await findInventedContribution(parts.system, 'document', entry.title)) !== undefined) return
  const versions: Brought[] = []
  for (const one of entry.versions) {
    const by = await getInventedPerson(parts.system, one.author)
    versions.push({ by, at: new Date(one.at), said: one.said, stored: await store(parts, one) })
  }
  await insert(parts, roomId, entry, versions)
}

/** A second time changes nothing: what is there by its title stays. */
export const loadDocuments: LoadDemonstration = async (parts) => {
  const rooms = roomsFile.parse(JSON.parse(await readFile(join(parts.folder, 'rooms.json'), 'utf8')))
  for (const { name, documents } of rooms) {
    const roomId = await findInventedRoom(parts.system, name)
    if (roomId !== undefined) for (const entry of documents) await load(parts, roomId, entry)
  }
}
