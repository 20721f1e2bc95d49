// The button sends nothing but the mark by which two presses are one.
import { z } from 'zod'

export const gatherInput = z.object({ once: z.string().optional() })
