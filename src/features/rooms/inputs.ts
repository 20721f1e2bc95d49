// What forms and queries of rooms may hold.
import { z } from 'zod'
import { languages, textLanguages } from '#kernel/locale.ts'
import { countSigns, oneLine } from '#kernel/one-line.ts'
import { isConcept } from '#thesaurus/vocabulary.ts'
import { entries } from './room.ts'

const line = (issue: string, most: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(
      z
        .string()
        .max(most)
        .refine((text) => countSigns(text) >= 3, issue),
    )

export const roomInput = z.object({
  name: line('rooms.issue-name', 120),
  aim: z.string().trim().max(2000).default(''),
  lang: z.enum(textLanguages, 'rooms.issue-lang'),
  concepts: z
    .array(z.string())
    .max(30)
    .default([])
    .transform((slugs) => slugs.filter(isConcept)),
  entry: z.enum(entries, 'rooms.issue-entry'),
  /** Of a form that changes a room it is left out: that stays. */
  listedFor: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'rooms.issue-listed')
    .optional(),
  chatham: z.literal('yes').optional(),
  revision: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
})
export type RoomInput = z.infer<typeof roomInput>

export const requestInput = z.object({
  text: z.string().default('').transform(oneLine).pipe(z.string().min(1, 'rooms.issue-request').max(1000)),
})

/** A name, or an address with the last day for a guest. */
export const invitationInput = z.object({
  who: z.string().default('').transform(oneLine).pipe(z.string().min(2, 'rooms.issue-who').max(254)),
  until: z.union([z.literal(''), z.iso.date('rooms.issue-until')], 'rooms.issue-until').default(''),
  lang: z.enum(languages, 'rooms.issue-lang').default('en'),
})
export type InvitationInput = z.infer<typeof invitationInput>

export const isAddress = (text: string): boolean => z.email().safeParse(text).success

export const threadInput = z.object({
  title: line('rooms.issue-title', 200),
  text: z.string().trim().min(1, 'rooms.issue-text').max(20_000),
  lang: z.enum(textLanguages, 'rooms.issue-lang'),
})
export type ThreadInput = z.infer<typeof threadInput>

export const tokenInput = z.object({ token: z.string().max(200).catch('') })
export const guestInput = z.object({
  token: z.string().max(200).catch(''),
  name: z.string().default('').transform(oneLine).pipe(z.string().min(1, 'rooms.issue-guest-name').max(120)),
  organisation: z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().min(2, 'rooms.issue-guest-organisation').max(120)),
  country: z.string().regex(/^[A-Z]{2}$/, 'rooms.issue-country'),
  lang: z.enum(languages, 'rooms.issue-lang'),
})
export type GuestInput = z.infer<typeof guestInput>

/** A page number that cannot be read is the first page. */
export const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })
