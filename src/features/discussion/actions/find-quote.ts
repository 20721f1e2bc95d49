// What a reply quotes: another one of the same thread that stands, and words that it says.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { findReply } from '#trunk/replies.ts'
import type { ReplyInput } from '../inputs.ts'
import { partOf } from '../quoting.ts'

export type QuoteRefusal = 'quote-gone' | 'quote-other-words'

interface Quote {
  readonly id: number
  readonly part: string
}

/** Undefined where nothing is quoted. */
export async function findQuote(
  db: Db,
  contributionId: number,
  { quote: id, part }: Pick<ReplyInput, 'quote' | 'part'>,
): Promise<Outcome<Quote | undefined, QuoteRefusal>> {
  if (id === undefined) return done(undefined)
  const quoted = await findReply(db, id, 'en')
  if (quoted === undefined || quoted.contributionId !== contributionId || quoted.withdrawn) return refused('quote-gone')
  const words = partOf(quoted.text, part)
  return words === undefined ? refused('quote-other-words') : done({ id, part: words })
}
