// What forms and queries of practices may hold.
import { z } from 'zod'
import { type EvidenceLevel, partNames, type Source } from './practice.ts'
import { tellingSteps } from './telling.ts'

const longText = z.string().trim().max(20_000).default('')
const year = z
  .string()
  .trim()
  .regex(/^(?:(?:19|20)\d\d)?$/, 'practices.issue-year')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

const isAddress = (address: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}

/** One source a line: `title | https://…`, or an address alone, or a title alone. */
const sourceFrom = (line: string): Source | undefined => {
  const [first = '', second = ''] = line.split('|', 2).map((piece) => piece.trim())
  if (second !== '') return isAddress(second) ? { title: first, address: second } : undefined
  return isAddress(first) ? { title: first, address: first } : { title: first, address: '' }
}

const sources = z
  .string()
  .max(20_000)
  .default('')
  .transform((text, context): Source[] => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const found = lines.map(sourceFrom)
    if (found.includes(undefined) || lines.length > 50)
      context.addIssue({ code: 'custom', message: 'practices.issue-sources' })
    return found.filter((source) => source !== undefined).slice(0, 50)
  })

const parts = Object.fromEntries(partNames.map((name) => [name, longText])) as Record<
  (typeof partNames)[number],
  typeof longText
>

const evidence = z
  .string()
  .regex(/^[0-5]?$/, 'practices.issue-evidence')
  .default('')
  .transform((text): EvidenceLevel | null => (text === '' ? null : (Number(text) as EvidenceLevel)))

/** Which language codes a text may have: those of the interface and of the demonstration's sources. */
const languageCode = z.string().regex(/^[a-z]{2}$/, 'practices.issue-language')

export const practiceInput = z
  .object({
    title: z.string().trim().min(3, 'practices.issue-title').max(200),
    summary: z.string().trim().max(400).default(''),
    lang: languageCode,
    ...parts,
    measuredWhen: z.string().trim().max(200).default(''),
    yearStart: year,
    yearEnd: year,
    evidence,
    sources,
    concepts: z
      .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
      .max(30)
      .default([]),
    /** An audience's id, or `persons` together with names, one a line. */
    audience: z.string().regex(/^(?:[1-9]\d{0,8}|persons)$/, 'practices.issue-audience'),
    persons: z.string().max(5000).default(''),
    widen: z.literal('yes').optional(),
    revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
  })
  .refine(
    (practice) => practice.yearStart === null || practice.yearEnd === null || practice.yearStart <= practice.yearEnd,
    {
      path: ['yearEnd'],
      message: 'practices.issue-years',
    },
  )
/** What of a form is kept while somebody types. */
export const practiceFields: readonly string[] = Object.keys(practiceInput.shape)
const step = z.enum(tellingSteps).optional().catch(undefined)
/** Anything may be half typed; only what it belongs to is read. */
export const keptInput = z.object({ of: z.string().optional(), step })
/** What goes with the fields of a step: which one, on which revision, and where to go on. */
export const stepInput = z.object({
  step,
  revision: z.coerce.number().int().min(0).max(2_000_000_000).catch(0).default(0),
  onward: z.enum(['next', 'page']).catch('page').default('page'),
})
export const stepQuery = z.object({ step })
export type PracticeInput = z.infer<typeof practiceInput>

export const revisionQuery = z.object({ number: z.coerce.number().int().min(0).max(2_000_000_000).optional() })

/** What the link of a mail carries: who was asked, and the proof that it was them. */
export const stillTrueInput = z.object({
  by: z.coerce.number().int().min(1).max(2_000_000_000),
  code: z.string().regex(/^[0-9a-f]{43}$/),
})

const choices = (pattern: RegExp) =>
  z
    .array(z.string())
    .default([])
    .transform((values) => values.filter((value) => pattern.test(value)))

/** A filter that cannot be read is no filter: an address someone typed still shows a list. */
export const practiceListQuery = z.object({
  concept: choices(/^[a-z0-9-]{1,80}$/),
  country: choices(/^[A-Z]{2}$/),
  language: choices(/^[a-z]{2}$/),
  evidence: choices(/^[0-5]$/),
  /** Only what came since the last visit. */
  fresh: choices(/^1$/),
  /** Chosen to be compared, carried from page to page. */
  practice: choices(/^[1-9]\d{0,8}$/),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export const practiceListLists = ['concept', 'country', 'language', 'evidence', 'fresh', 'practice']
export type PracticeListQuery = z.infer<typeof practiceListQuery>
