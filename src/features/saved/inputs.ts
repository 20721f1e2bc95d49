// What forms and links bring.
import { z } from 'zod'
import { oneLine } from '#kernel/one-line.ts'
import { longestName, rhythms } from './saved-search.ts'

const rhythm = z.enum(rhythms, 'saved.issue-rhythm')
export const rhythmInput = z.object({ rhythm })
export const searchInput = z.object({
  name: z.string('saved.issue-name').transform(oneLine).pipe(z.string().min(1, 'saved.issue-name').max(longestName)),
  rhythm,
})

const id = /^[1-9]\d{0,8}$/
/** What the link of a mail carries: whose searches, which, and the proof that it was sent to them. */
export const endingInput = z.object({
  by: z.string().regex(id).transform(Number),
  of: z
    .string()
    .max(600)
    .transform((text) => text.split('.'))
    .pipe(z.array(z.string().regex(id).transform(Number)).min(1).max(50)),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})
export type EndingLink = z.infer<typeof endingInput>

/** Of the page of a search: which of my saved searches it was opened from. */
export const savedQuery = z.object({ saved: z.string().regex(id).transform(Number).optional().catch(undefined) })

/** The query of the search's address. */
export const toSaveInput = z.object({ search: z.string().max(4000) })
