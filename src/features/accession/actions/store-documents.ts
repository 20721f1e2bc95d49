// The bytes of a step's documents, judged and put away before the transaction that makes them visible: all or none.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'

export type DocumentRefusal = UploadRefusal | 'too-many-files'
const mostFiles = 5

export const removeDocuments = (dataDir: string, stored: readonly StoredFile[]): Promise<unknown> =>
  Promise.all(stored.map(({ storedAs }) => removeStored(dataDir, storedAs)))

export async function storeDocuments(
  dataDir: string,
  files: readonly File[],
): Promise<Outcome<StoredFile[], DocumentRefusal>> {
  if (files.length > mostFiles) return refused('too-many-files')
  const stored: StoredFile[] = []
  for (const file of files) {
    const result = await storeUpload(dataDir, file)
    if (typeof result === 'string') {
      await removeDocuments(dataDir, stored)
      return refused(result)
    }
    stored.push(result)
  }
  return done(stored)
}
