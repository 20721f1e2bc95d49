// The manifest of joining entries that mean the same city.
import type { Feature } from '#platform/feature.ts'
import { besideMember } from './at-members.tsx'
import { createDoubles } from './migrations/001-create.ts'
import { joinAsideOthers } from './migrations/002-nothing-half.ts'
import { joinAnswers } from './migrations/003-both-answered.ts'
import { routes } from './routes.tsx'

export const doubles: Feature = {
  name: 'doubles',
  uses: ['members'],
  routes,
  permissions: { 'join two entries of the register that mean the same city': 'the office of the network' },
  facts: {
    'double.joined': 'doubles.fact-joined',
    'contribution.moved': 'doubles.fact-moved',
    'person.moved': 'doubles.fact-person-moved',
  },
  members: [besideMember],
  migrations: [createDoubles, joinAsideOthers, joinAnswers],
}
