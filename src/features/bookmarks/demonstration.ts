// Loads the demonstration's folders from demo/folders.json: who keeps what, and why, is invented.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { changeFolder, createFolder, findOwnFolder } from './store.ts'
import { addBookmark } from './store-bookmarks.ts'
import { findByTitle, findOwner } from './store-demonstration.ts'

const foldersFile = z.array(
  z.object({
    owner: z.string(),
    name: z.string(),
    /** With the owner's city; else the owner's alone. */
    shared: z.boolean(),
    created: z.coerce.date(),
    bookmarks: z.array(z.object({ of: z.string(), note: z.string(), added: z.coerce.date() })),
  }),
)
type Entry = z.infer<typeof foldersFile>[number]

const titledFile = z.array(z.object({ id: z.string(), title: z.string() }))
const examplesFile = z.object({ contributions: titledFile })

const read = async <Schema extends z.ZodType>(folder: string, name: string, schema: Schema): Promise<z.infer<Schema>> =>
  schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))

async function readTitles(folder: string): Promise<ReadonlyMap<string, string>> {
  const practices = await read(folder, 'practices.json', titledFile)
  const adoptions = await read(folder, 'adoptions.json', titledFile)
  const { contributions } = await read(folder, 'contributions.json', examplesFile)
  return new Map([...practices, ...contributions, ...adoptions].map(({ id, title }) => [id, title]))
}

async function loadFolder(system: Db, entry: Entry, titles: ReadonlyMap<string, string>): Promise<void> {
  const owner = await findOwner(system, entry.owner)
  if ((await findOwnFolder(system, owner.id, entry.name)) !== undefined) return
  const folderId = await createFolder(system, owner.id, entry.name, entry.created)
  for (const { of, note, added } of entry.bookmarks) {
    const contributionId = await findByTitle(system, titles.get(of) ?? '')
    await addBookmark(system, { folderId, contributionId, personId: owner.id, note }, added)
  }
  if (entry.shared) await changeFolder(system, folderId, { audience_id: owner.cityAudience })
}

/** A second time changes nothing: a folder that is there by owner and name stays as it is. */
export const loadFolders: LoadDemonstration = async ({ system, folder }) => {
  const entries = await read(folder, 'folders.json', foldersFile)
  const titles = await readTitles(folder)
  await system.transaction().execute(async (db) => {
    for (const entry of entries) await loadFolder(db, entry, titles)
  })
}
