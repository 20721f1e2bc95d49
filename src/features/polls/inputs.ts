// What forms and queries of polls may hold; the things to be asked are read by items.ts, answers by values.ts.
import { z } from 'zod'
import { textLanguages } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import { type SizeClass, sizeClasses } from '../members/public.ts'
import { pollStates, reminders } from './poll.ts'

export const longestText = 10_000
const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const title = z
  .string()
  .default('')
  .transform(oneLine)
  .pipe(z.string().min(3, 'polls.issue-title').max(200).refine(saysSomething, 'polls.issue-title'))

/** The first of two moments: what one wants to know, in a line. */
export const titleInput = z.object({ title })

const isSize = (value: string): value is SizeClass => sizeClasses.some(({ key }) => key === value)
const list = z.array(z.string()).default([])

const day = z.iso.date('polls.issue-day')

const audience = z.string('polls.issue-audience').regex(/^[1-9]\d{0,8}$/, 'polls.issue-audience')
/** The room from whose page one came. */
export const newPollQuery = z.object({ audience: audience.optional().catch(undefined) })

export const pollInput = z.object({
  title,
  text: z.string().trim().max(longestText).default(''),
  lang: z.enum(textLanguages, 'polls.issue-lang'),
  audience,
  countries: list.transform((codes) => codes.filter((code) => /^[A-Z]{2}$/.test(code))),
  sizes: list.transform((keys) => keys.filter(isSize)),
  endsOn: day,
  remind: z.enum(reminders, 'polls.issue-remind'),
  opens: z.literal('yes').optional(),
})
export type PollInput = z.infer<typeof pollInput>

const number = z.coerce.number().int().min(0).max(2_000_000_000)

/** The fields that stand beside the values of an answer. */
export const answerInput = z.object({
  inside: z.literal('yes').optional(),
  revision: number.default(0),
})

/** Nobody in particular, or one colleague. */
export const colleagueInput = z.object({
  person: z.union([z.literal('').transform(() => undefined), number]).optional(),
})

export const prolongationInput = z.object({ endsOn: day })

export const outcomeInput = z.object({
  outcome: z.string().trim().min(3, 'polls.issue-outcome').max(longestText),
  revision: number.default(0),
})

const isState = z.enum(pollStates)

/** A filter that cannot be read is no filter: an address someone typed still shows a list. */
export const pollListQuery = z.object({
  state: isState.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type PollListQuery = z.infer<typeof pollListQuery>

export const answersQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  passing: z.literal('yes').optional().catch(undefined),
})
