// What every table of contacts shows of one.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Contact } from '../contact.ts'

export const contactCells = (t: Translate, contact: Contact): Child[] => [
  t(`contacts.function-${contact.function}`),
  contact.name,
  contact.email === '' ? '' : <a href={`mailto:${contact.email}`}>{contact.email}</a>,
  contact.phone === '' ? '' : <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>,
]
