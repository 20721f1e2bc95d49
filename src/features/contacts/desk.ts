// Where coordinators and offices look after contacts.
import type { DeskPlace } from '#platform/feature.ts'
import { contactListPath, contactsPath } from './paths.ts'

export const contactsDesk: readonly DeskPlace[] = [
  { label: 'contacts.title', about: 'contacts.desk', href: contactsPath, position: 65, for: 'coordinator' },
  { label: 'contacts.list-title', about: 'contacts.list-desk', href: contactListPath, position: 65, for: 'office' },
]
