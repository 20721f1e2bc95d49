// What forms of documents may hold, beside the file.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'

export const documentInput = z.object({
  title: z.string().default('').transform(oneLine).pipe(z.string().min(3, 'documents.issue-title').max(200)),
  summary: z.string().trim().max(1000).default(''),
  lang: z.enum(textLanguages, 'documents.issue-lang'),
})
export type DocumentInput = z.infer<typeof documentInput>

export const versionInput = z.object({
  said: z.string().default('').transform(oneLine).pipe(z.string().min(1, 'documents.issue-said').max(300)),
})
