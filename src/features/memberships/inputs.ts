// What forms and queries of the feature may hold.
import { z } from 'zod'
import { isDay, parseCount } from './count.ts'

const day = z.string('memberships.issue-day').trim().refine(isDay, 'memberships.issue-day')
const words = (most: number) => z.string('ui.issue-missing').trim().min(1, 'ui.issue-missing').max(most)
const membership = z.coerce
  .number('memberships.issue-membership')
  .int('memberships.issue-membership')
  .min(1, 'memberships.issue-membership')
  .max(2_147_483_647, 'memberships.issue-membership')
const population = z.string('memberships.issue-population').transform((text, context) => {
  const count = parseCount(text)
  if (count === undefined || count < 1 || count > 100_000_000) {
    context.addIssue({ code: 'custom', message: 'memberships.issue-population' })
    return z.NEVER
  }
  return count
})

export const resignationInput = z.object({
  membership,
  /** Left out by a city: its notice arrives when it is given. */
  received: day.optional(),
})
export type ResignationInput = z.infer<typeof resignationInput>
export const suspensionInput = z.object({ membership, begins: day, reason: words(1000) })
export type SuspensionInput = z.infer<typeof suspensionInput>
/** `from`: the first day on which everything is as before. */
export const liftInput = z.object({ from: day })
export const figureInput = z.object({ population, as_of: day, source: words(300) })
export type FigureInput = z.infer<typeof figureInput>
export const renamingInput = z.object({ name: words(120), on_day: day })
export type RenamingInput = z.infer<typeof renamingInput>

const slugs = z.array(z.string().min(1).max(120)).max(50).default([])
/** `into`: the address name of a municipality that goes on, or empty for a new one, which then has a name. */
export const mergerInput = z
  .object({
    others: slugs,
    into: z.string().trim().max(120).default(''),
    name: z.string().trim().max(120).default(''),
    on_day: day,
    decision: words(500),
  })
  .refine(({ others }) => others.length > 0, { path: ['others'], message: 'memberships.issue-others' })
  .refine(({ into, name }) => (into === '') !== (name === ''), { path: ['name'], message: 'memberships.issue-into' })
export type MergerInput = z.infer<typeof mergerInput>
/** `names`: what comes out of it, one a line. `goes_on`: the municipality itself stays beside them. */
export const splitInput = z.object({
  names: z
    .string('memberships.issue-names')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ])
    .refine((names) => names.length > 0 && names.length <= 10, 'memberships.issue-names')
    .refine((names) => names.every((name) => name.length <= 120), 'memberships.issue-names'),
  goes_on: z.enum(['yes', 'no'], 'memberships.issue-goes-on'),
  on_day: day,
  decision: words(500),
})
export type SplitInput = z.infer<typeof splitInput>

export const listQuery = z.object({
  day: z.string().refine(isDay).optional().catch(undefined),
  forum: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type ListQuery = z.infer<typeof listQuery>

/** For rows that do not say it themselves. */
export const importInput = z.object({
  country: z.string('memberships.issue-country').regex(/^[A-Z]{2}$/, 'memberships.issue-country'),
  as_of: day,
  source: words(300),
})
export type ImportInput = z.infer<typeof importInput>

export const withdrawalInput = z.object({ membership })
