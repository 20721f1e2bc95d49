// Rows of bytes as they are. The driver reads every other answer as text: there a byte travels as two digits, and is made
// into a string first. COPY sends bytes, and row-level security holds for its query as for any other.
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'

/** What stands before the first row (PostgreSQL, "COPY", binary format): a signature, flags, and the length of nothing. */
const headBytes = 19
/** Before the one column of a row: how many columns there are, and how long it is. */
const rowBytes = 6

class Copying extends pg.Query {
  readonly pieces: Buffer[] = []
  private isBegun = false

  /** One row each, the last one none. Taken over at once: the driver uses its buffer again. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const from = (this.isBegun ? 0 : headBytes) + rowBytes
    this.isBegun = true
    if (chunk.length >= from) this.pieces.push(Buffer.from(chunk.subarray(from)))
  }
}

/** Each row of a query with one column of bytes. A copy takes no parameters: its values are written with `sql.lit`. */
export const copied = (query: RawBuilder<unknown>): RawBuilder<{ readonly bytes: Buffer }> =>
  sql`copy (${query}) to stdout (format binary)`

/** Whether a statement is one of these. */
export const isCopy = (text: string): boolean => text.startsWith('copy (')

/** What the rows hold. */
export const copyOut = (client: pg.ClientBase, text: string): Promise<Buffer[]> =>
  new Promise((resolve, reject) => {
    const copying = new Copying(text)
    copying.once('end', () => resolve(copying.pieces))
    copying.once('error', reject)
    client.query(copying)
  })
