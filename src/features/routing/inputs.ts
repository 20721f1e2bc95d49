// What forms and links bring.
import { z } from 'zod'
import { oneLine } from '#kernel/one-line.ts'

const id = /^[1-9]\d{0,8}$/
/** What the link of a mail carries: who is asked what, and the proof that it was sent to them. */
export const decliningInput = z.object({
  by: z.string().regex(id).transform(Number),
  of: z.string().regex(id).transform(Number),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})
export type DecliningLink = z.infer<typeof decliningInput>

export const namingInput = z.object({
  colleague: z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().min(1, 'routing.issue-colleague').max(200, 'routing.issue-colleague')),
  /** Which of several who have this name; left out where one alone has it. */
  person: z.string().regex(id).transform(Number).optional().catch(undefined),
})
export type NamingInput = z.infer<typeof namingInput>

const longestPause = 366
const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

/** Empty ends the pause. `today` as `YYYY-MM-DD`. */
export const pauseInput = (today: string) =>
  z.object({
    until: z
      .string()
      .trim()
      .default('')
      .refine((day) => day === '' || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))), {
        message: 'routing.issue-until',
        abort: true,
      })
      .refine(
        (day) => day === '' || (day >= today && day <= dayAfter(today, longestPause)),
        'routing.issue-until-range',
      ),
  })
