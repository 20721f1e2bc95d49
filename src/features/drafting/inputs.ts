// What the forms of the feature may hold.
import { z } from 'zod'
import { isPlace, type Place } from './section.ts'

/** The file itself arrives beside the fields. Longer than what is read of a document is no text to paste. */
export const fromFileInput = z.object({
  text: z.string().trim().max(300_000).default(''),
  keep: z.literal('yes').optional(),
})

const year = z
  .string()
  .trim()
  .regex(/^(?:(?:19|20)\d\d)?$/, 'practices.issue-year')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** `section-12` → where the section of that number goes; an unknown place is nowhere. */
const choicesIn = (typed: Readonly<Record<string, unknown>>): ReadonlyMap<number, Place> =>
  new Map(
    Object.entries(typed).flatMap(([name, value]) => {
      const id = /^section-([1-9]\d{0,9})$/.exec(name)?.[1]
      return id !== undefined && typeof value === 'string' && isPlace(value) ? [[Number(id), value] as const] : []
    }),
  )

export const takeOverInput = z
  .looseObject({
    title: z.string().trim().min(3, 'practices.issue-title').max(200),
    lang: z.string().regex(/^[a-z]{2}$/, 'practices.issue-language'),
    yearStart: year,
    concepts: z
      .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
      .max(30)
      .default([]),
    /** Of the practice when the page was drawn. */
    revision: z.coerce.number().int().min(0).max(2_000_000_000).catch(0).default(0),
  })
  .transform(({ title, lang, yearStart, concepts, revision, ...typed }) => ({
    title,
    lang,
    yearStart,
    concepts,
    revision,
    places: choicesIn(typed),
  }))
export type TakeOverInput = z.infer<typeof takeOverInput>
export const emptyInput = z.object({})
