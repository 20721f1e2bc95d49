// The contacts as a table for spreadsheets, to write letters from.
import type { Cell } from '#platform/tables/csv.ts'
import type { ListedContact } from './store.ts'

export const contactHeads = ['member', 'slug', 'country', 'function', 'name', 'email', 'phone', 'since']

export const contactRow = (contact: ListedContact): Cell[] => [
  contact.organisationName,
  contact.organisationSlug,
  contact.country,
  contact.function,
  contact.name,
  contact.email,
  contact.phone,
  contact.beginsOn,
]
