// The manifest of study visits: offered, requested, and agreed between two cities.
import type { Feature } from '#platform/feature.ts'
import { visitDates } from './dates.ts'
import { loadVisits } from './demonstration.ts'
import { visitsDigest } from './digest.ts'
import { visitsHome } from './home.tsx'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createVisits } from './migrations/001-create.ts'
import { keepAgreements } from './migrations/002-agreements.ts'
import { visitPath, visitsPath } from './paths.ts'
import { routes } from './routes.tsx'
import { agreementRoutes } from './routes-agreements.tsx'
import { changingRoutes } from './routes-changing.tsx'
import { wishRoutes } from './routes-wishes.tsx'
import { visitSearch } from './search.ts'
import { getVisit } from './store.ts'

export const visits: Feature = {
  name: 'visits',
  uses: ['discussion', 'notices', 'practices'],
  routes: [...routes, ...changingRoutes, ...wishRoutes, ...agreementRoutes],
  open: ['GET /visits', 'GET /visits/:address'],
  navigation: [{ label: 'visits.title', href: visitsPath, icon: 'handshake', position: 74, for: 'signed-in' }],
  permissions: {
    'read a study visit': 'whoever its audience reaches',
    'offer or request a visit': 'persons of active members',
    'wish to come, or to receive': 'persons of other active members whom it reaches; a city once at a time',
    'read a wish, and what was said on the way': 'persons of the two cities',
    'name other days, agree, end':
      'who looks after the visit or wished, and the coordinators of the two cities; nobody agrees to their own days',
    'read what was agreed, also where the visit itself no longer reaches one': 'persons of the two cities',
    'change, close, open again, withdraw':
      'who looks after it, and the coordinator; not withdrawn while another city counts on it',
  },
  kinds: [
    {
      kind: 'visit',
      label: 'visits.one',
      plural: 'visits.title',
      path: visitPath,
      arrives: ['visit.published'],
      texts: async (db, id) => [{ text: (await getVisit(db, id, 'en')).text }],
    },
  ],
  facts: {
    'visit.published': 'visits.fact-published',
    'visit.changed': 'visits.fact-changed',
    'visit.closed': 'visits.fact-closed',
    'visit.reopened': 'visits.fact-reopened',
    'visit.withdrawn': 'visits.fact-withdrawn',
    'visit.asked': 'visits.fact-asked',
    'visit.proposed': 'visits.fact-proposed',
    'visit.agreed': 'visits.fact-agreed',
    'visit.ended': 'visits.fact-ended',
  },
  hears: listeners,
  search: [visitSearch],
  home: [visitsHome],
  digest: visitsDigest,
  dates: [visitDates],
  personal: {
    'visit_wish.person_id': { erasure: 'keep', part: 'contributions' },
    'visit_step.person_id': { erasure: 'keep', part: 'contributions' },
  },
  mails: mailExamples,
  migrations: [createVisits, keepAgreements],
  demonstration: loadVisits,
}
