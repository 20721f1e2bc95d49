// What the link of a mail brings.
import { z } from 'zod'

/** Whose address is confirmed, and the proof that the mail reached it. */
export const confirmationInput = z.object({
  by: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})
