// What the forms and queries of contacts accept.
import { z } from 'zod'
import { functions } from './contact.ts'

const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(most))
const organisation = z.string().max(100).optional()
/** The database knows no year 0, and nobody held a function before this one. */
const day = z.iso.date('contacts.issue-day').refine((text) => text >= '1900-01-01', 'contacts.issue-day')

export const organisationQuery = z.object({ organisation: organisation.catch(undefined) })
export const functionQuery = z.object({ function: z.enum(functions).optional().catch(undefined) })
export const contactInput = z.object({
  function: z.enum(functions, 'contacts.issue-function'),
  name: line(120).pipe(z.string().min(1, 'contacts.issue-name')),
  email: line(254).pipe(z.union([z.literal(''), z.email('contacts.issue-email')], 'contacts.issue-email')),
  phone: line(40).pipe(z.string().regex(/^[+()/\d .-]*$/, 'contacts.issue-phone')),
  beginsOn: day,
  organisation,
})
export type ContactInput = z.infer<typeof contactInput>
export const endInput = z.object({ endsOn: day, organisation })
