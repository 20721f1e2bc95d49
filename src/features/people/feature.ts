// The manifest of people: who can be asked, as far as each of them wants.
import type { Feature } from '#platform/feature.ts'
import { loadPeople } from './demonstration.ts'
import { profileExperience } from './experience.ts'
import { createPeople } from './migrations/001-create.ts'
import { peoplePath } from './paths.ts'
import { routes } from './routes.tsx'
import { personSearch } from './search.ts'

export const people: Feature = {
  name: 'people',
  uses: ['members'],
  routes,
  navigation: [{ label: 'people.title', href: peoplePath, icon: 'users', key: 'l', position: 70, for: 'signed-in' }],
  permissions: {
    'read the directory': 'signed-in persons; of persons in the network, or of their own organisation',
    'read a part of a profile': 'whoever its owner lets see it: the network, their own organisation, nobody',
    'change a profile': 'its owner',
  },
  facts: { 'profile.changed': 'people.fact-changed' },
  experience: [profileExperience],
  search: [personSearch],
  personal: {
    'profile_entry.person_id': { erasure: 'delete', part: 'profile' },
  },
  migrations: [createPeople],
  demonstration: loadPeople,
}
