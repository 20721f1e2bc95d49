// What forms and queries of folders may hold.
import { z } from 'zod'

/** Something one can see: neither spaces nor marks without a shape are a name. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const folderName = z.string('bookmarks.issue-name').transform(oneLine).pipe(z.string().max(80))
const id = /^[1-9]\d{0,8}$/

export const folderInput = z.object({
  name: folderName.refine((name) => visible.test(name), 'bookmarks.issue-name'),
})

/** Neither a folder nor a name: the folder last used, or a first one. */
export const keepInput = z.object({
  folder: z
    .string()
    .regex(/^(?:[1-9]\d{0,8})?$/, 'bookmarks.issue-folder')
    .default('')
    .transform((text) => (text === '' ? undefined : Number(text))),
  name: folderName
    .refine((name) => name === '' || visible.test(name), 'bookmarks.issue-name')
    .optional()
    .transform((name) => name || undefined),
  note: z.string().trim().max(300).default(''),
})
export type KeepInput = z.infer<typeof keepInput>

/** An empty audience: mine alone. */
export const shareInput = z.object({
  audience: z
    .string('bookmarks.issue-audience')
    .regex(/^(?:[1-9]\d{0,8})?$/, 'bookmarks.issue-audience')
    .transform((text) => (text === '' ? null : Number(text))),
})

export const takeOutInput = z.object({
  contribution: z.string().regex(id).transform(Number),
  /** Where the person stood. */
  from: z.enum(['folder', 'thing']).catch('folder').default('folder'),
})

export const folderQuery = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
