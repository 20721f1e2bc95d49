// What the forms that every kind of contribution shares may hold.
import { z } from 'zod'

const id = z.coerce.number().int().min(1).max(2_000_000_000)
const text = z.string().trim().min(1, 'discussion.issue-text').max(20_000)
const lang = z
  .string()
  .regex(/^[a-z]{2}$/, 'discussion.issue-lang')
  .default('en')
const revision = z.coerce.number().int().min(0).max(2_000_000_000).catch(0).default(0)

/** `quote`: the reply whose words are quoted; `part`: which of them, else its beginning. */
export const replyInput = z.object({
  text,
  lang,
  quote: z.union([z.literal('').transform(() => undefined), id]).optional(),
  part: z.string().max(5000).default(''),
})
export type ReplyInput = z.infer<typeof replyInput>

export const changeReplyInput = z.object({ text, lang, revision })
export type ChangeReplyInput = z.infer<typeof changeReplyInput>

/** `number`: of the wording that it takes the place of; 0 where there was none. */
export const summaryInput = z.object({ text, lang, number: revision })
export type SummaryInput = z.infer<typeof summaryInput>

const oneOf = id.optional().catch(undefined)
/** Where in a thread somebody is: a page, the page of one reply, the newest; and which reply they are about to quote. */
export const threadQuery = z.object({
  replies: z
    .union([z.literal('last'), z.coerce.number().int().min(1).max(100_000)])
    .optional()
    .catch(undefined),
  reply: oneOf,
  quote: oneOf,
})
export const peopleQuery = z.object({ q: z.string().trim().max(80).catch('').default('') })

export const coAuthorInput = z.object({ name: z.string().trim().min(1, 'discussion.issue-name').max(200) })
/** Left out: oneself. */
export const endCoAuthorInput = z.object({ person: id.optional() })
export const keptInput = z.object({ of: id.optional().catch(undefined) })
export const emptyInput = z.object({})
