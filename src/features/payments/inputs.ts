// What forms and queries of payments may hold.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'
import { parseMoney } from '#kernel/money.ts'
import { oneLine } from '#kernel/one-line.ts'
import { isDay } from './bank-statement.ts'
import { areEnough, type ColumnField, type Columns, fields } from './csv-columns.ts'
import { type Part, type Reason, reasons } from './matching.ts'

export const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
/** Which payment it was that went back. */
export const returnQuery = z.object({ q: z.string().trim().max(200).catch('').default('') })
export const yearQuery = z.object({ year: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined) })

const sentence = (issue: string) => z.string(issue).transform(oneLine).pipe(z.string().min(1, issue).max(300))
const money = z
  .string('payments.issue-amount')
  .transform((text) => parseMoney(text) ?? 0)
  .pipe(z.number().int().min(1, 'payments.issue-amount').max(99_999_999_99, 'payments.issue-amount'))

/** `12:34:5000 12:-:300`: for the member 12, 50 euro for its invoice 34, and 3 euro as credit. */
const partList = z
  .string()
  .regex(/^\d{1,9}:(?:\d{1,9}|-):[1-9]\d{0,12}(?: \d{1,9}:(?:\d{1,9}|-):[1-9]\d{0,12}){0,19}$/)
  .transform((text) =>
    text.split(' ').map((one): Part => {
      const [organisation = '', invoice = '', cents = ''] = one.split(':')
      return {
        organisationId: Number(organisation),
        invoiceId: invoice === '-' ? null : Number(invoice),
        cents: Number(cents),
      }
    }),
  )
const reasonList = z
  .string()
  .default('')
  .transform((text) => text.split(' ').filter((one): one is Reason => (reasons as readonly string[]).includes(one)))
export const proposalInput = z.object({ parts: partList, reasons: reasonList })

export const writeParts = (parts: readonly Part[]): string =>
  parts.map(({ organisationId, invoiceId, cents }) => `${organisationId}:${invoiceId ?? '-'}:${cents}`).join(' ')

export const byHandInput = z.object({
  number: z.string('payments.issue-number').transform(oneLine).pipe(z.string().min(1, 'payments.issue-number').max(40)),
  amount: money,
  rest: z.literal('yes').optional(),
})
/** Accounts that whoever brings a statement says are theirs, as the page asked about them. */
export const bringInput = z.object({
  accounts: z
    .string()
    .regex(/^[\p{L}\p{N}]{1,40}(?: [\p{L}\p{N}]{1,40}){0,9}$/u)
    .transform((text): readonly string[] => text.split(' '))
    .catch([])
    .default([]),
})
export const asideInput = z.object({ note: sentence('payments.issue-note') })
export const returnInput = z.object({
  entry: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  /** The uses of credit that the page showed to go with it. */
  seen: z.string().max(2000).default(''),
})
export const undoCreditInput = z.object({
  movement: z
    .string('payments.issue-movement')
    .regex(/^[1-9]\d{0,8}$/, 'payments.issue-movement')
    .transform(Number),
  why: sentence('payments.issue-why'),
})
export const refundInput = z.object({
  amount: money,
  /** The credit in cents as the page showed it. */
  seen: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  day: z.string('payments.issue-day').refine(isDay, 'payments.issue-day'),
})
export const holdInput = z.object({ reason: sentence('payments.issue-reason') })
export const roundInput = z.object({
  letters: z
    .array(z.string().regex(/^\d{1,9}-[123]$/))
    .max(20_000)
    .default([]),
})

const days = (most: number) =>
  z.coerce
    .number('payments.issue-days')
    .int('payments.issue-days')
    .min(1, 'payments.issue-days')
    .max(most, 'payments.issue-days')
const statutes = Object.fromEntries(
  languages.map((lang) => [`statutes-${lang}`, z.string().trim().max(1000).default('')]),
) as Record<`statutes-${(typeof languages)[number]}`, z.ZodDefault<z.ZodString>>
export const settingsInput = z
  .object({ firstAfter: days(365), secondAfter: days(365), lastAfter: days(365), daysToPay: days(90), ...statutes })
  .transform(({ firstAfter, secondAfter, lastAfter, daysToPay, ...texts }) => ({
    ...{ firstAfter, secondAfter, lastAfter, daysToPay },
    statutes: Object.fromEntries(
      languages.map((lang) => [lang, texts[`statutes-${lang}`]] as const).filter(([, text]) => text !== ''),
    ),
  }))

const column = z
  .string()
  .regex(/^\d{0,2}$/)
  .default('')
  .transform((text) => (text === '' ? undefined : Number(text)))
/** One place for each field, three for the text. */
export const columnsInput = z
  .object({
    ...(Object.fromEntries(fields.map((field) => [field, column])) as Record<ColumnField, typeof column>),
    ...{ text2: column, text3: column },
  })
  .transform(({ text2, text3, ...one }): Columns => {
    const places = Object.entries(one).flatMap(([field, place]) =>
      place === undefined ? [] : [[field, [place]] as const],
    )
    const texts = [one.text, text2, text3].filter((place) => place !== undefined)
    // Named by nobody, there is none: what the heads seem to say of these two counts no more.
    return { returned: [], account: [], ...Object.fromEntries(places), ...(texts.length > 0 ? { text: texts } : {}) }
  })
  .refine(areEnough, { message: 'payments.issue-columns', path: ['date'] })
