// What forms and queries of messages may hold.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'

/** By the name in the address of their page. */
const person = z.string().regex(/^[a-z0-9-]{1,120}$/)

export const messageInput = z.object({
  to: person.catch(''),
  title: z.string().default('').transform(oneLine).pipe(z.string().min(3, 'messages.issue-title').max(200)),
  text: z.string().trim().min(1, 'messages.issue-text').max(20_000),
  lang: z.enum(textLanguages, 'messages.issue-lang'),
})
export type MessageInput = z.infer<typeof messageInput>

export const readerQuery = z.object({ to: person.catch('').default('') })
/** From whom no messages are taken: one person, or everybody. */
export const blockInput = z.object({ whom: z.union([person, z.literal('*')]) })

/** A page number that cannot be read is the first page. */
export const inboxQuery = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
