// Where mails about a file go: to who enquired, and to whom the city named as its coordinator, once if they are the same.
import { type Accession, latest } from './accession.ts'

export interface MailAddress {
  readonly name: string
  readonly email: string
}

export const enquirerOf = (file: Accession): MailAddress => ({ name: file.contactName, email: file.contactEmail })

/** Undefined where nobody is named, or whoever enquired. */
export function coordinatorOf(file: Accession): MailAddress | undefined {
  const { personName: name = '', personEmail: email = '' } = latest(file, 'coordinator') ?? {}
  return email === '' || email.toLowerCase() === file.contactEmail.toLowerCase() ? undefined : { name, email }
}

/** Each gets mails of their own. */
export const addressees = { enquirer: enquirerOf, coordinator: coordinatorOf } as const
export type Addressee = keyof typeof addressees
