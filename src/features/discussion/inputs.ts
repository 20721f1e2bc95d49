// What the forms that every kind of contribution shares may hold.
import { z } from 'zod'

export const replyInput = z.object({
  text: z.string().trim().min(1, 'discussion.issue-text').max(20_000),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/, 'discussion.issue-lang')
    .default('en'),
})
export const coAuthorInput = z.object({ name: z.string().trim().min(1, 'discussion.issue-name').max(200) })
/** Left out: oneself. */
export const endCoAuthorInput = z.object({ person: z.coerce.number().int().min(1).max(2_000_000_000).optional() })
export const emptyInput = z.object({})
