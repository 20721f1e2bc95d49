// What forms and queries of the feature may hold.
import { z } from 'zod'
import { practiceListQuery } from '../practices/public.ts'

export const exportQuery = practiceListQuery.extend({ drafts: z.literal('yes').optional().catch(undefined) })
export type ExportQuery = z.infer<typeof exportQuery>

/** For rows that do not say it themselves. */
export const importInput = z.object({
  lang: z.string().regex(/^[a-z]{2}$/, 'practices.issue-language'),
  audience: z.string().regex(/^[1-9]\d{0,8}$/, 'practices.issue-audience'),
})
export type ImportInput = z.infer<typeof importInput>
