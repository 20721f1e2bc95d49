// What the query of the directory and the form of the own profile may hold.
import { z } from 'zod'
import { isConcept } from '#thesaurus/vocabulary.ts'
import type { Consent } from './profile.ts'
import { readShown } from './two-windows.ts'

const concept = z.string().regex(/^[a-z0-9-]{1,80}$/)
const language = z.string().regex(/^[a-z]{2}$/)
/** A choice in an address that makes no sense, or none, is left out. */
const wish = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined)

export const directoryQuery = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  task: z.string().trim().max(100).catch('').default(''),
  about: z.string().trim().max(100).catch('').default(''),
  country: wish(z.string().regex(/^[A-Z]{2}$/)),
  language: wish(language),
  concept: wish(concept),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type DirectoryQuery = z.infer<typeof directoryQuery>

/** What may be chosen: the forums are those of whoever chooses. What was not sent stays as it is, but for a list without a tick. */
export const profileInput = (choices: readonly Consent[]) => {
  const consent = z.enum(choices, 'people.issue-consent').optional()
  return z.object({
    name: z.string().trim().min(2, 'people.issue-name').max(100),
    textLang: z.string().regex(/^[a-z]{2}$/, 'people.issue-language'),
    functionTitle: z.string().trim().max(120).optional(),
    functionEn: z.string().trim().max(120).optional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/, 'people.issue-language'))
      .max(20)
      .default([]),
    concepts: z.array(z.string().refine(isConcept, 'people.issue-concept')).max(20).default([]),
    askMeAbout: z.string().trim().max(600).optional(),
    phone: z
      .string()
      .trim()
      .max(40)
      .regex(/^(?:\+?[\d\s()/.-]{4,})?$/, 'people.issue-phone')
      .optional(),
    consentFunction: consent,
    consentLanguages: consent,
    consentConcepts: consent,
    consentAskMeAbout: consent,
    consentPhone: consent,
    consentEmail: consent,
    /** The profile as it stood when the form was drawn. */
    shown: z.string().max(20_000).optional().transform(readShown),
  })
}
export type ProfileInput = z.infer<ReturnType<typeof profileInput>>
