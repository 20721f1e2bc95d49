// The manifest of practices.
import type { Feature } from '#platform/feature.ts'
import { practiceBenefit } from './benefit.ts'
import { loadPractices } from './demonstration.ts'
import { practicesDigest } from './digest.ts'
import { practiceExperience } from './experience.ts'
import { practiceFigures, practiceHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createPractices } from './migrations/001-create.ts'
import { stayingTrue } from './migrations/002-staying-true.ts'
import { revisions } from './migrations/003-revisions.ts'
import { keptText } from './migrations/004-kept-text.ts'
import { mechanism } from './migrations/005-mechanism.ts'
import { telling } from './migrations/006-telling.ts'
import { inLists } from './migrations/007-in-lists.ts'
import { practicePath, practicesPath } from './paths.ts'
import { routes } from './routes.tsx'
import { comparingRoutes } from './routes-comparing.tsx'
import { currencyRoutes } from './routes-currency.tsx'
import { keepingRoutes } from './routes-keeping.ts'
import { publishingRoutes } from './routes-publishing.tsx'
import { revisionRoutes } from './routes-revisions.tsx'
import { writingRoutes } from './routes-writing.tsx'
import { practiceSearch } from './search.ts'
import { forgetOldTyped } from './store-kept.ts'
import { practiceTexts } from './texts.ts'

export const practices: Feature = {
  name: 'practices',
  uses: ['discussion', 'members', 'notices'],
  routes: [
    ...keepingRoutes,
    ...comparingRoutes,
    ...writingRoutes,
    ...publishingRoutes,
    ...routes,
    ...revisionRoutes,
    ...currencyRoutes,
  ],
  open: [
    'GET /practices',
    'GET /practices/compare',
    'GET /practices/:address',
    'GET /practices/:address/still-true',
    'POST /practices/:address/still-true',
  ],
  navigation: [{ label: 'practices.title', href: practicesPath, icon: 'library', key: 'p', position: 20 }],
  permissions: {
    'read a practice': 'whoever its audience reaches; a draft: its author and the coordinator of its city',
    'compare practices': 'everybody, each practice as far as its audience reaches them',
    'write a practice': 'every signed-in person, for their own city',
    'read the revisions of a practice': 'persons of its city whom it reaches, and its co-authors',
    'say that a practice still holds': 'whoever may change it; through the link of the mail also without signing in',
    'change a practice, see it as its readers will':
      'its author while in that city, the coordinator of the city, and co-authors who joined',
    'choose the audience, publish, withdraw a practice':
      'its author while in that city, and the coordinator of the city',
  },
  kinds: [
    {
      kind: 'practice',
      label: 'practices.one',
      plural: 'practices.title',
      path: practicePath,
      arrives: ['practice.published'],
      together: true,
      texts: practiceTexts,
    },
  ],
  hears: listeners,
  schedules,
  facts: {
    'practice.drafted': 'practices.fact-drafted',
    'practice.changed': 'practices.fact-changed',
    'practice.published': 'practices.fact-published',
    'practice.confirmed': 'practices.fact-confirmed',
    'confirmation.requested': 'practices.fact-asked',
    'confirmation.missed': 'practices.fact-unconfirmed',
    'practice.withdrawn': 'practices.fact-withdrawn',
    'audience.changed': 'practices.fact-audience-changed',
  },
  experience: [practiceExperience],
  search: [practiceSearch],
  home: practiceHome,
  digest: practicesDigest,
  figures: [practiceFigures],
  benefits: [practiceBenefit],
  personal: {
    'practice_revision.by_id': { erasure: 'keep' },
    'practice_kept_text.person_id': { erasure: 'delete', part: 'contributions' },
  },
  retention: [{ name: 'typed', days: 365, forget: forgetOldTyped }],
  mails: mailExamples,
  migrations: [createPractices, stayingTrue, revisions, keptText, mechanism, telling, inLists],
  demonstration: loadPractices,
}
