// Attaches files of demo/files to what the demonstration tells: drawn by us, and invented like the text they hang on.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadDemonstration } from '#platform/feature.ts'
import { type StoredFile, storeUpload } from '#platform/files/uploads.ts'
import { createAttachment, listAttachments } from '#trunk/attachments.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Example } from './demonstration-examples.ts'
import { findDemonstration } from './store-demonstration.ts'

type Parts = Parameters<LoadDemonstration>[0]

/** Judged and stored as if somebody had brought it. */
async function store({ settings, folder }: Parts, { file, name }: Example['files'][number]): Promise<StoredFile> {
  const bytes = await readFile(join(folder, 'files', file))
  const stored = await storeUpload(settings.dataDir, new File([Uint8Array.from(bytes)], name))
  if (typeof stored === 'string') throw new Error(`demo/files/${file} cannot be attached: ${stored}`)
  return stored
}

/** After the texts are there, since no file is written within a transaction. What is attached by its name stays. */
export async function loadFiles(parts: Parts, example: Example): Promise<void> {
  if (example.files.length === 0) return
  const practice = await findDemonstration(parts.system, example.title)
  const known = new Set((await listAttachments(parts.system, practice.id)).map(({ name }) => name))
  const fresh = example.files.filter(({ name }) => !known.has(name))
  const stored: StoredFile[] = []
  for (const file of fresh) stored.push(await store(parts, file))
  if (stored.length === 0) return
  await parts.system.transaction().execute(async (db) => {
    for (const file of stored) await createAttachment(db, practice.authorId, { contributionId: practice.id, ...file })
    const actor = { id: practice.authorId, organisationId: practice.organisationId }
    const reaches = practice.state === 'published' ? { audienceId: practice.audienceId } : {}
    const at = new Date(example.created)
    await recordFact(db, { name: 'attachment.added', actor, contributionId: practice.id, ...reaches, at })
  })
}
