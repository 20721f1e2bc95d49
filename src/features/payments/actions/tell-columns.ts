// Say what the columns of a table are: read it by them, and remember them for the next table with this head.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { StatementRefusal } from '../bank-statement.ts'
import type { Columns } from '../csv-columns.ts'
import { keepStatements } from '../keep-statements.ts'
import { findOtherAccount, type OtherAccount } from '../own-account.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { readByColumns, readStatementTable } from '../read-statement-csv.ts'
import { closeFile, findContent, getFile, lockBooks, rememberColumns } from '../store-statements.ts'
import { matchCertain } from './match-certain.ts'

type Told = Outcome<number, StatementRefusal> | OtherAccount

export async function tellColumns(
  asPerson: AsPerson,
  viewer: SignedIn,
  fileId: number | undefined,
  { columns, confirmed }: { readonly columns: Columns; readonly confirmed: readonly string[] },
  now: Date,
): Promise<Told> {
  const outcome = await asPerson(async (db): Promise<Told> => {
    if (!keepsBooks(viewer)) throw forbidden()
    // Two who tell at once: the second finds it read.
    await lockBooks(db, issuerOf(viewer))
    const file = await getFile(db, fileId)
    const content = await findContent(db, file.id)
    // A colleague was faster.
    if (content === null) return done(file.id)
    const table = readStatementTable(content, viewer.person.lang)
    if (!table.done) return table
    const read = readByColumns(table.value, columns)
    if (!read.done) return refused(read.refusal)
    const other = await findOtherAccount(db, issuerOf(viewer), [read.value], confirmed)
    if (other !== undefined) return other
    await keepStatements(db, viewer, file.id, [read.value])
    const told = { issuer: issuerOf(viewer), head: table.value.head, columns, personId: viewer.person.id }
    await rememberColumns(db, told, now)
    await closeFile(db, file.id, now)
    return done(file.id)
  })
  if (outcome.done) await matchCertain(asPerson, viewer, now)
  return outcome
}
