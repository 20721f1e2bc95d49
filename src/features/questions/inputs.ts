// What forms and queries of questions may hold.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'
import { questionStates } from './question.ts'

export const longestText = 10_000
/** Marks that turn the direction of what follows (Unicode, UAX #9) would turn the page around a title as well. */
const withoutTurns = (text: string): string => text.replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const words = z
  .string()
  .default('')
  .transform((text) => withoutTurns(text).trim())
  .pipe(
    z
      .string()
      .min(3, 'questions.issue-text')
      .max(longestText)
      .refine((text) => text.length < 3 || saysSomething(text), 'questions.issue-words'),
  )
const title = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(z.string().min(3, 'questions.issue-title').max(200).refine(saysSomething, 'questions.issue-title'))

/** The one field that everybody fills in; the rest is proposed from it. */
export const textInput = z.object({ text: words })

export const questionInput = z.object({
  text: words,
  title,
  lang: z.enum(textLanguages, 'questions.issue-lang'),
  concepts: z
    .array(z.string())
    .max(30, 'questions.issue-concepts')
    .default([])
    .transform((slugs) => slugs.filter(isConcept)),
  /** As the form of practices has them: an audience's id, or `persons` together with names, one a line. */
  audience: z.string().regex(/^(?:[1-9]\d{0,8}|persons)$/, 'practices.issue-audience'),
  persons: z.string().max(5000).default(''),
  widen: z.literal('yes').optional(),
  /** Asked as a member city; its own coordinator may know. An unticked box is not sent. */
  veiled: z.literal('yes').optional(),
  told: z.literal('yes').optional(),
  revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
})
export type QuestionInput = z.infer<typeof questionInput>

/** Nothing in an address is refused: what is too long is cut. */
export const askQuery = z.object({
  text: z
    .string()
    .default('')
    .transform((text) => withoutTurns(text).slice(0, longestText).toWellFormed().trim()),
})

/** Which reply helped; left out, it was answered elsewhere. */
export const answerInput = z.object({ reply: z.coerce.number().int().min(1).max(2_000_000_000).optional() })

const choices = (isChoice: (value: string) => boolean) =>
  z
    .array(z.string())
    .default([])
    .transform((values) => [...new Set(values)].filter(isChoice))
const isState = (value: string): boolean => (questionStates as readonly string[]).includes(value)

/** A filter that cannot be read is no filter: an address someone typed still shows a list. */
export const questionListQuery = z.object({
  state: choices(isState),
  concept: choices(isConcept),
  country: choices((value) => /^[A-Z]{2}$/.test(value)),
  language: choices((value) => /^[a-z]{2}$/.test(value)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export const facetNames = ['state', 'concept', 'country', 'language'] as const
export type QuestionListQuery = z.infer<typeof questionListQuery>
