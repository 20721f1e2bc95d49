// What forms and links bring.
import { z } from 'zod'

/** What the link of a mail carries: whose digests, and the proof that it was sent to them. */
export const endingInput = z.object({
  by: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})
export type EndingLink = z.infer<typeof endingInput>

/** A box that is not ticked is not sent. */
export const settingInput = z.object({ amber: z.literal('yes').optional().catch(undefined) })

/** Nothing is typed: the mark of the click stands beside. */
export const copyInput = z.object({})
