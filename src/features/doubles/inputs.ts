// What the form names: the address of the entry that stays.
import { z } from 'zod'

export const joinInput = z.object({
  kept: z.string('doubles.issue-kept').regex(/^[a-z0-9-]{1,100}$/, 'doubles.issue-kept'),
})
