// What forms and links bring. Numbers by which banks and tax offices know somebody are judged by their check digits.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { isEndpoint, isIban, isLegalId, isLeitwegId } from '#platform/invoicing/identifiers.ts'
import { countries } from './countries.ts'
import { deliveryStates, taxCategories } from './invoice.ts'
import { lineStates, reasons } from './preview.ts'

const text = (most: number) => z.string().default('').transform(oneLine).pipe(z.string().max(most))
const needed = (most: number) => text(most).pipe(z.string().min(1))
/** As it stands on paper, with spaces and in small letters, or as programs want it. */
const code = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll(/[\s\u00a0]/g, '').toUpperCase())
    .pipe(z.string().max(most))
const email = (message: string) =>
  text(254).refine((typed) => typed === '' || z.email().safeParse(typed).success, message)
const country = z.enum(countries, 'invoices.issue-country')
const vatId = code(20).refine(
  (typed) => typed === '' || /^[A-Z]{2}[0-9A-Z+*]{2,15}$/.test(typed),
  'invoices.issue-vat-id',
)
const scheme = code(4).refine((typed) => typed === '' || /^(?:\d{4}|[A-Z]{2})$/.test(typed), 'invoices.issue-scheme')
const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

const address = {
  legalName: needed(200),
  street: needed(200),
  street2: text(200),
  postcode: needed(20),
  city: needed(120),
  country,
  vatId,
  endpointScheme: scheme,
  // An address may be written small, a number may not be: each scheme judges its own.
  endpointId: text(120),
}

interface Endpoint {
  readonly endpointScheme: string
  readonly endpointId: string
}
const isWhole = ({ endpointScheme, endpointId }: Endpoint): boolean => (endpointScheme === '') === (endpointId === '')
const isRight = ({ endpointScheme: scheme, endpointId: id }: Endpoint): boolean =>
  id === '' || scheme === '' || isEndpoint({ scheme, id })
const atEndpoint = { path: ['endpointId'], message: 'invoices.issue-endpoint' }

const percent = z
  .string()
  .default('0')
  .transform((typed) => typed.trim().replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,2}(?:\.\d{1,2})?$|^100$/, 'invoices.issue-rate'))
  .transform((typed) => Math.round(Number(typed) * 100))

export const issuerInput = z
  .object({
    ...address,
    name: needed(200),
    legalScheme: scheme,
    legalId: code(40),
    taxNumber: text(40),
    contactName: needed(120),
    contactPhone: needed(40),
    contactEmail: needed(254).pipe(z.email('invoices.issue-email')),
    iban: code(40).refine(isIban, 'invoices.issue-iban'),
    bic: code(11).refine(
      (typed) => typed === '' || /^[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/.test(typed),
      'invoices.issue-bic',
    ),
    bankName: text(120),
    legalNote: z.string().default('').pipe(z.string().max(1000)),
    taxCategory: z.enum(taxCategories, 'invoices.issue-tax-category'),
    taxRate: percent,
    exemptionCode: code(30).refine(
      (typed) => typed === '' || /^VATEX-[A-Z0-9-]+$/.test(typed),
      'invoices.issue-exemption-code',
    ),
    exemptionReason: text(300),
    numberPrefix: code(10).refine((typed) => /^(?:[A-Z0-9][A-Z0-9/-]*)?$/.test(typed), 'invoices.issue-prefix'),
    daysToPay: z.coerce
      .number('invoices.issue-days')
      .int('invoices.issue-days')
      .min(0, 'invoices.issue-days')
      .max(365, 'invoices.issue-days'),
    note: z.string().default('').pipe(z.string().max(1000)),
  })
  .refine(isWhole, { path: ['endpointId'], message: 'invoices.issue-endpoint-whole' })
  .refine(isRight, atEndpoint)
  .refine(({ legalScheme: scheme, legalId: id }) => id === '' || isLegalId({ scheme, id }), {
    path: ['legalId'],
    message: 'invoices.issue-legal-id',
  })
  .refine(({ taxCategory, taxRate }) => (taxCategory === 'S') === taxRate > 0, {
    path: ['taxRate'],
    message: 'invoices.issue-rate-of-category',
  })
export type IssuerInput = z.infer<typeof issuerInput>

export const billingInput = z
  .object({
    ...address,
    email: email('invoices.issue-email'),
    lang: z.enum(languages, 'invoices.issue-language'),
    leitwegId: code(46).refine((typed) => typed === '' || isLeitwegId(typed), 'invoices.issue-leitweg-id'),
    withoutLeitwegId: tick,
    orderReference: text(60),
    wantsXml: tick,
  })
  .refine(isWhole, { path: ['endpointId'], message: 'invoices.issue-endpoint-whole' })
  .refine(isRight, atEndpoint)
  .refine(({ leitwegId, withoutLeitwegId }) => leitwegId === '' || !withoutLeitwegId, {
    path: ['withoutLeitwegId'],
    message: 'invoices.issue-leitweg-both',
  })
export type BillingInput = z.infer<typeof billingInput>

const page = z.coerce.number().int().min(1).max(100_000).catch(1)
const words = z.string().max(200).catch('')
export const yearInput = z
  .string()
  .regex(/^(?:199\d|20\d\d|21\d\d)$/)
  .transform(Number)

export const runInput = z.object({
  count: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  cents: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
})

/** Of which year the books are asked: that of the fee, which is that of the number, or that of the day on the document. */
export const filesQuery = z.object({ by: z.enum(['fee', 'date']).catch('fee').default('fee') })
export type FilesBy = z.infer<typeof filesQuery>['by']

export const previewQuery = z.object({
  q: words,
  state: z.enum(lineStates).optional().catch(undefined),
  reason: z.enum(reasons).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  page,
})
export type PreviewQuery = z.infer<typeof previewQuery>

export const listQuery = z.object({
  q: words,
  year: yearInput.optional().catch(undefined),
  kind: z.enum(['invoice', 'credit-note']).optional().catch(undefined),
  state: z.enum(deliveryStates).optional().catch(undefined),
  page,
})
export type ListQuery = z.infer<typeof listQuery>

export const creditInput = z.object({
  reason: z.string().default('').transform(oneLine).pipe(z.string().min(1, 'invoices.issue-reason').max(300)),
})

export const commandInput = z.object({
  member: z.string().regex(/^[a-z0-9-]{1,100}$/),
  year: yearInput,
  out: z.string().min(1),
  forum: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .optional(),
})
