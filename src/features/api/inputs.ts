// What programs may ask.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'

export const searchQuery = z.object({
  q: z.string().max(300, 'api.issue-q').default(''),
  lang: z.enum(languages, 'api.issue-lang').default('en'),
  limit: z.coerce
    .number('api.issue-limit')
    .int('api.issue-limit')
    .min(1, 'api.issue-limit')
    .max(100, 'api.issue-limit')
    .default(20),
  offset: z.coerce
    .number('api.issue-offset')
    .int('api.issue-offset')
    .min(0, 'api.issue-offset')
    .max(900, 'api.issue-offset')
    .default(0),
})

export const conceptsQuery = z.object({
  q: z.string().max(300, 'api.issue-q').default(''),
  lang: z.enum(languages, 'api.issue-lang').default('en'),
  broader: z
    .string()
    .refine((slug) => slug === '' || isConcept(slug), 'api.issue-broader')
    .default(''),
})
