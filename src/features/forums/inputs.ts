// What the form about a forum may hold.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'
import { rules } from './forum.ts'

const name = z
  .string()
  .default('')
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().max(80))

const names = Object.fromEntries(languages.map((lang) => [`name-${lang}`, name]))
export const forumInput = z.object({
  ...names,
  languages: z.array(z.enum(languages)).min(1, 'forums.issue-languages').prefault([]),
  noticeMonths: z
    .string('forums.issue-notice')
    .trim()
    .regex(/^(?:\d|1\d|2[0-4])$/, 'forums.issue-notice')
    .transform(Number),
  rule: z.enum(rules).optional(),
  /** The one that was opened; without any it is none of today's. */
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(-1),
  /** A forum's id; empty: directly below the network. */
  parent: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).optional(),
})
export type ForumInput = z.infer<typeof forumInput>
