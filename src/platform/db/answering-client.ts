// A client whose answers are let go of. With the promise that pg makes by itself, an answer outlives the collections of
// young memory and fills the old one, whose collections stop everything. With a callback that is there from the beginning
// nothing stays (docs/decisions/048 has the figures).
import pg from 'pg'

type Ask = (...asked: readonly unknown[]) => unknown

const isSubmittable = (asked: unknown): boolean => typeof (asked as { submit?: unknown } | null)?.submit === 'function'

export class AnsweringClient extends pg.Client {
  /** As pg's own, in all its forms. */
  override query(...asked: never[]): never {
    const ask = super.query.bind(this) as Ask
    if (isSubmittable(asked[0]) || typeof asked.at(-1) === 'function') return ask(...asked) as never
    const answer = new Promise((resolve, reject) => {
      const [query, values] = asked
      ask(query, values, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)))
    })
    // As pg does: the trace leads to whoever asked, not to the socket.
    return answer.catch((error: Error) => {
      Error.captureStackTrace(error)
      throw error
    }) as never
  }
}
