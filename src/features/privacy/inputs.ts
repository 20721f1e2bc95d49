// What the forms and links of erasure accept.
import { z } from 'zod'

export const tokenQuery = z.object({ token: z.string().max(200).catch('') })
export const tokenInput = z.object({ token: z.string().max(200).default('') })
export const emptyInput = z.object({})
