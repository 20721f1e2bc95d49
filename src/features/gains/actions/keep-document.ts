// The bytes of a document, judged and put away before the transaction that makes them visible; taken away where that fails.
import type { Outcome } from '#kernel/outcome.ts'
import { refused } from '#kernel/outcome.ts'
import { removeStored, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'
import type { GainDocument } from '../gain.ts'

/** Runs `work` with the stored document, or with undefined where none was brought. */
export async function withDocument<Value, Code extends string>(
  dataDir: string,
  file: File | undefined,
  work: (brought: GainDocument | undefined) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | UploadRefusal>> {
  if (file === undefined) return work(undefined)
  const stored = await storeUpload(dataDir, file)
  if (typeof stored === 'string') return refused(stored)
  const forget = () => removeStored(dataDir, stored.storedAs)
  const outcome = await work(stored).catch(async (error) => {
    await forget()
    throw error
  })
  if (!outcome.done) await forget()
  return outcome
}
