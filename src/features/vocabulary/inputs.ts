// What forms and queries of the thesaurus may hold. Nothing in an address is refused: what cannot be read is left out.
import { z } from 'zod'
import { oneLine } from '#kernel/one-line.ts'
import { labelLanguages } from './labels.ts'
import { stages } from './proposal.ts'

const longestWords = 300

export const thesaurusQuery = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.slice(0, longestWords).toWellFormed().trim()),
  letter: z
    .string()
    .toUpperCase()
    .regex(/^\p{L}$/u)
    .optional()
    .catch(undefined),
})

const longestLabel = 80
const longestText = 2000

/** One line without invisible marks. A semicolon separates labels in the files. */
const labelText = z
  .string()
  .max(longestLabel)
  .regex(/^[^;]*$/, 'vocabulary.issue-one-label')
const label = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(labelText.regex(/^(?=.*\p{L})..+$/u, 'vocabulary.issue-label'))
const labelOrNothing = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(labelText.regex(/^$|^.*\p{L}.*$/u, 'vocabulary.issue-label'))
const concept = z.string().default('').transform(oneLine).pipe(z.string().min(1, 'vocabulary.issue-concept').max(200))
const lang = z.enum(labelLanguages, 'vocabulary.issue-lang')
const text = z.string().trim().max(longestText).default('')
/** In one line: the files have no other place for it. */
const meaning = z.string().default('').transform(oneLine).pipe(z.string().min(1, 'vocabulary.issue-meaning').max(500))

const labelFields = { concept, label, lang }
const conceptFields = { ...labelFields, english: labelOrNothing, meaning }

/** What is proposed. `concept` is a slug or a label in any language. */
export const labelInput = z.object({ ...labelFields, reason: text })
export const conceptInput = z.object({ ...conceptFields, reason: text })
/** What an office makes of it. */
export const labelDecision = z.object(labelFields)
export const conceptDecision = z.object(conceptFields)
export const refusalInput = z.object({ reason: z.string().trim().min(1, 'vocabulary.issue-why').max(longestText) })

/** For which concept a form opens, and with which word. */
export const aboutQuery = z.object({
  concept: z.string().max(200).default('').catch(''),
  label: z.string().max(longestLabel).default('').catch(''),
  lang: z.enum(labelLanguages).optional().catch(undefined),
})
export const proposalListQuery = z.object({
  stage: z.enum(stages).default('open').catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
