// What every form and query of this feature accepts; a message is the key of the sentence at the field.
import { z } from 'zod'
import { languages } from '#kernel/locale.ts'

const next = z.string().max(2000).optional()
const token = z.string().max(200).catch('')
const email = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .pipe(z.email('accounts.issue-email').max(254, 'accounts.issue-email'))
const name = z
  .string()
  .default('')
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1, 'accounts.issue-name').max(120))
export const emailInput = email
export const nameInput = name
const lang = z.enum(languages, 'accounts.issue-language')
const newPassword = z.string('accounts.issue-password-short').min(12, 'accounts.issue-password-short').max(200)
const code = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .pipe(z.string().min(1, 'accounts.issue-code').max(40, 'accounts.issue-code'))
const appCode = code
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'accounts.issue-app-code'))

export const signInQuery = z.object({ next })
export const linkRequest = z.object({ email, next })
export const tokenInput = z.object({ token })
export const passwordSignIn = z.object({
  email,
  password: z.string('accounts.issue-password').min(1, 'accounts.issue-password').max(1000),
  next,
})
export const codeInput = z.object({ code, next })
export const languageInput = z.object({ lang, next })
export const enterDemonstration = z.object({ person: z.string().max(200).catch(''), next })
export const profileInput = z.object({ name, lang })
export const passwordSetup = z.object({ password: newPassword, code: appCode, sealed: z.string().max(500).catch('') })
export const passwordChange = z.object({ password: newPassword, code })
export const tokenName = z.object({ name })
export const organisationQuery = z.object({ organisation: z.string().max(100).optional() })
/** Empty or left out: nobody takes over. */
export const departureInput = z.object({
  heir: z
    .union([z.literal('').transform(() => undefined), z.coerce.number().int().positive().max(2_147_483_647)])
    .optional(),
})
export const invitationInput = z.object({
  email,
  name,
  lang,
  role: z.enum(['colleague', 'coordinator', 'office'], 'accounts.issue-role'),
  organisation: z.string().max(100).optional(),
})
export const invitationList = z.object({
  list: z.string().max(60_000, 'accounts.issue-list-long').default(''),
  lang,
  step: z.enum(['check', 'send']).catch('check'),
  organisation: z.string().max(100).optional(),
})
export const acceptance = z.object({ token, name, lang })
export const commandInvitation = z.object({
  email,
  name: z.string().trim().min(1).max(120).optional(),
  lang: z.enum(languages).default('en'),
  role: z.enum(['colleague', 'coordinator', 'office']).default('colleague'),
  organisation: z.string(),
  forum: z.string().optional(),
})
