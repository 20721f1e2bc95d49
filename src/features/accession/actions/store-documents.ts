// The bytes of a step's documents, judged and put away before the transaction that makes them visible: all or none.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { removeStored, type StoredFile, storeUpload, type UploadRefusal } from '#platform/files/uploads.ts'
import type { Accession } from '../accession.ts'

export type DocumentRefusal = UploadRefusal | 'too-many-files' | 'full'
const mostFiles = 5
/** Bytes of all documents of a file: whoever holds a mail address can begin one. */
const mostKept = 250 * 1_048_576

type Sized = { readonly size: number }
const sumOf = (files: readonly Sized[]): number => files.reduce((sum, { size }) => sum + size, 0)
export const fitsInto = ({ steps }: Pick<Accession, 'steps'>, files: readonly Sized[]): boolean =>
  sumOf(steps.flatMap(({ documents }) => documents)) + sumOf(files) <= mostKept

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
