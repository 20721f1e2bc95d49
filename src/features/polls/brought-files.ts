// The files that came with an answer: judged and stored before anything is written, removed again where it is refused.
import type { Issue } from '#kernel/outcome.ts'
import { largestFile, removeStored, type StoredFile, storeUpload } from '#platform/files/uploads.ts'
import type { AnswerFile, Item } from './poll.ts'
import { fileField } from './values.ts'

/** By the place of the item that each answers. */
export type Brought = ReadonlyMap<number, StoredFile>

export const discard = (dataDir: string, files: Brought | readonly Pick<AnswerFile, 'storedAs'>[]): Promise<unknown> =>
  Promise.all([...files.values()].map((file) => removeStored(dataDir, file.storedAs)))

/** One file for each item that asks for one; what else came is not read. */
export async function storeBrought(
  dataDir: string,
  items: readonly Item[],
  files: ReadonlyMap<string, readonly File[]>,
): Promise<{ readonly brought: Brought; readonly issues: readonly Issue[] }> {
  const brought = new Map<number, StoredFile>()
  const issues: Issue[] = []
  for (const [index, { kind }] of items.entries()) {
    const [file] = kind === 'file' ? (files.get(fileField(index)) ?? []) : []
    const stored = file && (await storeUpload(dataDir, file))
    if (typeof stored === 'object') brought.set(index, stored)
    if (typeof stored !== 'string') continue
    const values = { megabytes: Math.floor(largestFile / 1_048_576) }
    issues.push({ field: fileField(index), message: `discussion.refusal-${stored}`, values })
  }
  if (issues.length > 0) await discard(dataDir, brought)
  return { brought, issues }
}
