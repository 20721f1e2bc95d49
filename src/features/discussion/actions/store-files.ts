// The bytes of what somebody brought, on disk before a row makes them visible.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'

export const mostFiles = 20

export const dropFiles = async (dataDir: string, files: readonly StoredFile[]): Promise<void> => {
  await Promise.all(files.map(({ storedAs }) => removeStored(dataDir, storedAs)))
}

/** All or none: one file that cannot be taken leaves nothing behind. */
export async function storeFiles(
  dataDir: string,
  files: readonly File[],
): Promise<Outcome<StoredFile[], UploadRefusal>> {
  const stored: StoredFile[] = []
  for (const file of files) {
    const result = await storeUpload(dataDir, file)
    if (typeof result === 'string') {
      await dropFiles(dataDir, stored)
      return refused(result)
    }
    stored.push(result)
  }
  return done(stored)
}
