// Rows of bytes as they are. The driver reads every other answer as text: there a byte travels as two digits, and is made
// into a string first. COPY sends bytes, and row-level security holds for its query as for any other.
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

const beginning = 'copy ('

/** Whether a statement is answered by bytes. */
export const isCopy = (text: string): boolean => text.startsWith(beginning)

/** The statement that gives each row of a query with one column of bytes as it is. A copy takes no parameters: all values stand in its text. */
export const copyOf = (query: string): string => `${beginning}${query}) to stdout (format binary)`

/** What the rows hold. */
export const copyOut = (client: pg.ClientBase, text: string): Promise<Buffer[]> =>
  new Promise((resolve, reject) => {
    const copying = new Copying(text)
    copying.once('end', () => resolve(copying.pieces))
    copying.once('error', reject)
    client.query(copying)
  })
