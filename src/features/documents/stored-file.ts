// The bytes of a brought file: stored before the rows that make them visible, and gone again where there are none.
import { type Outcome, refused } from '#kernel/outcome.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'

export type BringRefusal = UploadRefusal | 'no-file' | 'gone' | 'archived' | 'too-many-versions'

export interface Brought {
  readonly file: File | undefined
  readonly dataDir: string
  readonly now: Date
}

/** `work` makes the rows. One who is refused, or broken off, leaves no bytes behind. */
export async function withStored<Value, Code extends string>(
  dataDir: string,
  file: File | undefined,
  work: (stored: StoredFile) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | BringRefusal>> {
  if (file === undefined) return refused('no-file')
  const stored = await storeUpload(dataDir, file)
  if (typeof stored === 'string') return refused(stored)
  try {
    const outcome = await work(stored)
    if (!outcome.done) await removeStored(dataDir, stored.storedAs)
    return outcome
  } catch (error) {
    await removeStored(dataDir, stored.storedAs)
    throw error
  }
}
