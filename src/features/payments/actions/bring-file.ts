// Bring a bank statement: read it apart from any transaction, keep its entries, match what is certain.
import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { mostBytes, type StatementRefusal } from '../bank-statement.ts'
import { keepStatements } from '../keep-statements.ts'
import { findOtherAccount, type OtherAccount } from '../own-account.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { type Brought, readBankFile } from '../read-bank-file.ts'
import { findColumns, findFile, insertFile } from '../store-statements.ts'
import { matchCertain } from './match-certain.ts'

export type BringRefusal = StatementRefusal | 'no-file' | 'too-large'
/** `known`: the same file was there already. */
export interface BroughtFile {
  readonly id: number
  readonly waits: boolean
  readonly known: boolean
}

const shownName = (name: string): string =>
  [...name.toWellFormed().replaceAll(/[\p{C}/\\]/gu, '')].slice(-120).join('') || 'file'

const keep = (
  asPerson: AsPerson,
  viewer: SignedIn,
  file: { name: string; bytes: Uint8Array; confirmed: readonly string[] },
  brought: Brought,
  now: Date,
) =>
  asPerson(async (db): Promise<BroughtFile | OtherAccount | undefined> => {
    const issuer = issuerOf(viewer)
    const statements = brought.kind === 'statements' ? brought.statements : []
    const other = await findOtherAccount(db, issuer, statements, file.confirmed)
    if (other !== undefined) return other
    const digest = createHash('sha256').update(file.bytes).digest('hex')
    const about = { issuer, digest, name: shownName(file.name), personId: viewer.person.id }
    const waiting = brought.kind === 'table' ? { head: brought.head, content: file.bytes } : undefined
    const id = await insertFile(db, waiting === undefined ? about : { ...about, waiting }, now)
    if (id === undefined) {
      const before = await findFile(db, issuer, digest)
      return before && { id: before.id, waits: before.waits, known: true }
    }
    if (statements.length > 0) await keepStatements(db, viewer, id, statements)
    return { id, waits: waiting !== undefined, known: false }
  })

/** `confirmed`: accounts of which the person says that they are theirs, though no invoice names them. */
export async function bringFile(
  asPerson: AsPerson,
  viewer: SignedIn,
  { file, confirmed }: { readonly file: File | undefined; readonly confirmed: readonly string[] },
  now: Date,
): Promise<Outcome<BroughtFile, BringRefusal> | OtherAccount> {
  if (!keepsBooks(viewer)) throw forbidden()
  if (file === undefined) return refused('no-file')
  if (file.size > mostBytes) return refused('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const columnsOf = (head: readonly string[]) => asPerson((db) => findColumns(db, issuerOf(viewer), head))
  const brought = await readBankFile(bytes, viewer.person.lang, columnsOf)
  if (!brought.done) return brought
  const kept = await keep(asPerson, viewer, { name: file.name, bytes, confirmed }, brought.value, now)
  if (kept === undefined) return refused('no-file')
  if ('refusal' in kept) return kept
  if (!kept.waits && !kept.known) await matchCertain(asPerson, viewer, now)
  return done(kept)
}
