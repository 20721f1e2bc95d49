// What forms of fees may hold.
import { z } from 'zod'
import { parseMoney } from '#kernel/money.ts'

const year = z.coerce
  .number('fees.issue-year')
  .int('fees.issue-year')
  .min(1987, 'fees.issue-year')
  .max(2100, 'fees.issue-year')

/** "2,5" → 250; a percent has the same two decimals as an amount. */
const percent = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? 0 : parseMoney(text.replace(/%\s*$/, ''))))
  .pipe(z.number('fees.issue-percent').min(-5000, 'fees.issue-percent').max(10_000, 'fees.issue-percent'))

export const newScaleInput = z.object({
  year,
  /** The scale it begins with; empty: from nothing. */
  from: z
    .string()
    .regex(/^(?:[1-9]\d{0,8})?$/, 'fees.issue-from')
    .default('')
    .transform((text) => (text === '' ? undefined : Number(text))),
  percent,
  whole: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
})
export type NewScaleInput = z.infer<typeof newScaleInput>

/** The table of brackets has as many fields as rows; read-table.ts reads it. */
export const tableInput = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export const returnInput = z.object({ reason: z.string().trim().min(1, 'fees.issue-reason').max(1000).default('') })
