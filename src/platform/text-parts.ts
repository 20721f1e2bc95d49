// Texts that features hand over, so that others can put them into another language, and what stands below replies.
import type { Child } from 'hono/jsx'
import type { Db } from './db/database.ts'
import type { PageVisit } from './http/visit.ts'

export type ReadTexts = (db: Db, id: number) => Promise<readonly KindText[]>

/** One of the texts of a contribution, in its language. */
export interface KindText {
  /** Message key of its heading; none for what stands below the title. */
  readonly label?: string
  readonly text: string
  /** Words without marks: no Markdown. */
  readonly plain?: true
}

/** A part that a feature hands to the replies of a thread: stands below the words of each. */
export interface ReplyPart {
  readonly name: string
  readonly position: number
  /** Asked once for a page of a thread; gives what stands below one of its replies. */
  readonly draw: (
    c: PageVisit,
    contributionId: number,
    replies: readonly SpokenReply[],
  ) => Promise<((replyId: number) => Child | undefined) | undefined>
}

/** A reply that stands, with the names it calls as links. */
export interface SpokenReply {
  readonly id: number
  readonly lang: string
  /** Markdown. */
  readonly text: string
}
