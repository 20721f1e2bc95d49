// What the form names: the address of the other entry.
import { z } from 'zod'

export const joinInput = z.object({
  other: z.string('doubles.issue-other').regex(/^[a-z0-9-]{1,100}$/, 'doubles.issue-other'),
})
