// What forms, queries and the link of a mail bring.
import { z } from 'zod'
import { countryChoices } from '#kernel/countries.ts'
import { languages as interfaceLanguages, textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'

const line = (most: number) => z.string().default('').transform(oneLine).pipe(z.string().max(most))
const language = z.enum(textLanguages, 'experts.issue-language')
const countries = countryChoices('en').map(({ value }) => value)
const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text)

const fields = z.object({
  institution: line(160).pipe(z.string().min(2, 'experts.issue-institution')),
  country: z.enum(countries, 'experts.issue-country'),
  link: line(300).pipe(z.string().refine((text) => text === '' || isWebAddress(text), 'experts.issue-link')),
  about: z.string().trim().min(10, 'experts.issue-about').max(1200),
  lang: language,
  concepts: z.array(z.string().refine(isConcept, 'experts.issue-concept')).min(1, 'experts.issue-concept').max(20),
  languages: z.array(language).max(20).default([]),
  name: line(120).pipe(z.string().refine((text) => text === '' || text.length >= 2, 'experts.issue-name')),
  function: line(120),
  email: line(254).pipe(z.union([z.literal(''), z.email('experts.issue-email')], 'experts.issue-email')),
  mailLang: z.enum(interfaceLanguages, 'experts.issue-language'),
  vouch: z.literal('yes', 'experts.issue-vouch'),
})
/** Somebody is asked by mail: a name needs an address, and an address a name. */
export const expertInput = fields
  .refine(({ name, email }) => name === '' || email !== '', { path: ['email'], message: 'experts.issue-email' })
  .refine(({ name, email }) => email === '' || name !== '', { path: ['name'], message: 'experts.issue-name' })
export const expertChange = fields
  .omit({ name: true, function: true, email: true, mailLang: true, vouch: true })
  .extend({ revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0) })
export type ExpertChange = z.infer<typeof expertChange>
export type ExpertInput = z.infer<typeof expertInput>

const wish = (pattern: RegExp) => z.string().regex(pattern).optional().catch(undefined)
export const listQuery = z.object({
  concept: wish(/^[a-z0-9-]{1,80}$/),
  language: wish(/^[a-z]{2}$/),
  country: wish(/^[A-Z]{2}$/),
})

export const linkInput = z.object({
  of: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})
/** The name of the button that was pressed. */
export const answerInput = z.object({
  answer: z.enum(['yes', 'no']).catch('no'),
  /** Of what was read. */
  revision: z.coerce.number().int().min(0).max(2_000_000_000).catch(0).default(0),
})
