// Where a process of a test dies: at the so many-th statement with certain words, before it is asked or after it was answered.
import pg from 'pg'

/** Where it dies: the so many-th time that a statement with these words was asked (`before`) or answered (`after`). */
export interface Death {
  readonly words: string
  readonly when: 'before' | 'after'
  readonly time: number
}

/** As by the kernel: nothing is tidied up, nothing is flushed. */
const die = (): void => void process.kill(process.pid, 'SIGKILL')

type Asked = string | { readonly text?: string } | undefined
type Ask = (this: pg.Client, ...given: readonly unknown[]) => Promise<unknown> | undefined

/** Counts the statements that leave through the driver, whoever asks them. */
export function dieAt({ words, when, time }: Death): void {
  let left = time
  const client = pg.Client.prototype as unknown as { query: Ask }
  const { query } = client
  client.query = function ask(...given) {
    const asked = given[0] as Asked
    const text = typeof asked === 'string' ? asked : (asked?.text ?? '')
    const due = text.toLowerCase().includes(words) && --left === 0
    if (due && when === 'before') die()
    // Some wait for a promise, some are called back.
    const answer = query.apply(
      this,
      given.map((one) => (due && typeof one === 'function' ? die : one)),
    )
    if (due) void answer?.then(die)
    return answer
  }
}
