// The manifest of contacts by function.
import type { Feature } from '#platform/feature.ts'
import { loadContacts } from './demonstration.ts'
import { contactsDesk } from './desk.ts'
import { createContacts } from './migrations/001-create.ts'
import { onceEach } from './migrations/002-once.ts'
import { withoutDuplicates } from './migrations/003-duplicates.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'

export const contacts: Feature = {
  name: 'contacts',
  routes,
  permissions,
  desk: contactsDesk,
  facts: { 'contact.added': 'contacts.fact-added', 'contact.ended': 'contacts.fact-ended' },
  personal: {
    'contact.email': { by: 'address', erasure: 'delete' },
    'contact.recorded_by': { erasure: 'empty' },
  },
  migrations: [createContacts, onceEach, withoutDuplicates],
  demonstration: loadContacts,
}
