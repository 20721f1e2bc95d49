// The manifest of people: who can be asked, as far as each of them wants.
import type { Feature } from '#platform/feature.ts'
import { loadPeople } from './demonstration.ts'
import { profileExperience } from './experience.ts'
import { createPeople } from './migrations/001-create.ts'
import { consent } from './migrations/002-consent.ts'
import { askedAbout } from './migrations/003-asked-about.ts'
import { peoplePath } from './paths.ts'
import { readAskMeAbout } from './read-ask-me-about.ts'
import { routes } from './routes.tsx'
import { personSearch } from './search.ts'

export const people: Feature = {
  name: 'people',
  uses: ['absences', 'members'],
  routes,
  navigation: [{ label: 'people.title', href: peoplePath, icon: 'users', key: 'l', position: 70, for: 'signed-in' }],
  permissions: {
    'read the directory': 'signed-in persons; of persons in the network, or of their own organisation',
    'read a part of a profile':
      'whoever its owner lets see it: the network, a forum, their own organisation, nobody; kept with the day on which they said so',
    'change a profile': 'its owner',
  },
  facts: { 'profile.changed': 'people.fact-changed' },
  experience: [profileExperience],
  search: [personSearch],
  personal: {
    'profile_consent.person_id': { erasure: 'delete', part: 'profile' },
    'profile_entry.person_id': { erasure: 'delete', part: 'profile' },
  },
  schedules: [{ name: 'people.read-ask-me-about', cron: '50 3 * * *', atStart: true, run: readAskMeAbout }],
  migrations: [createPeople, consent, askedAbout],
  demonstration: loadPeople,
}
