// The manifest of the register of members.
import type { Feature } from '#platform/feature.ts'
import { loadMembers } from './demonstration.ts'
import { memberFigures, memberMap } from './home.tsx'
import { createMembers } from './migrations/001-create.ts'
import { formerAddresses } from './migrations/002-former-addresses.ts'
import { shownMembers } from './migrations/003-shown.ts'
import { membersPath } from './paths.ts'
import { routes } from './routes.tsx'
import { memberSearch } from './search.ts'

export const members: Feature = {
  name: 'members',
  routes,
  open: ['GET /members', 'GET /members.csv', 'GET /members.xlsx', 'GET /members/:slug'],
  navigation: [{ label: 'members.title', href: membersPath, icon: 'landmark', key: 'm', position: 80 }],
  permissions: {
    'read the register': 'everybody; what members shared is shown and counted as far as it reaches the viewer',
    'read who works at a member': 'signed-in persons, as far as the directory shows them',
  },
  search: [memberSearch],
  figures: [memberFigures],
  home: [memberMap],
  migrations: [createMembers, formerAddresses, shownMembers],
  demonstration: loadMembers,
}
