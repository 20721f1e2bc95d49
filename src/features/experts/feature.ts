// The manifest of experts: who outside the cities knows about a topic.
import type { Feature } from '#platform/feature.ts'
import { loadExperts } from './demonstration.ts'
import { answerDays, peaceDays } from './expert.ts'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createExperts } from './migrations/001-create.ts'
import { askedAgain } from './migrations/002-asked-again.ts'
import { expertsPath } from './paths.ts'
import { routes } from './routes.tsx'
import { changingRoutes } from './routes-changing.tsx'
import { consentRoutes } from './routes-consent.tsx'
import { expertSearch } from './search.ts'
import { forgetRefusals, forgetUnanswered } from './store-asking.ts'

export const experts: Feature = {
  name: 'experts',
  routes: [...consentRoutes, ...routes, ...changingRoutes],
  open: ['GET /experts/consent', 'POST /experts/consent'],
  navigation: [{ label: 'experts.title', href: expertsPath, icon: 'building-2', position: 72, for: 'signed-in' }],
  permissions: {
    'read an institution': 'every person of the network',
    'read who works there': 'every person of the network, once that person has agreed; before, whoever asked them',
    'enter an institution, ask somebody in it': 'offices, and coordinators who vouch',
    'change what stands about it':
      'whoever entered it while they work there, coordinators and offices of the same organisation',
    'take it out':
      'whoever entered it while they work there, coordinators and offices of the same organisation, the office of the network',
    'agree, say no, take it back': 'whoever was asked, by the link of the mail, without an account',
  },
  facts: {
    'expert.entered': 'experts.fact-entered',
    'expert.agreed': 'experts.fact-agreed',
    'expert.declined': 'experts.fact-declined',
    'expert.removed': 'experts.fact-removed',
    'expert.changed': 'experts.fact-changed',
    'expert.erased': 'experts.fact-erased',
  },
  hears: listeners,
  search: [expertSearch],
  personal: {
    'expert.entered_by': { erasure: 'empty', part: 'contributions' },
    'expert_person.email': { by: 'address', erasure: 'delete' },
  },
  retention: [
    { name: 'expert', days: answerDays, forget: forgetUnanswered },
    { name: 'expert-refusal', days: peaceDays, forget: forgetRefusals },
  ],
  mails: mailExamples,
  migrations: [createExperts, askedAgain],
  demonstration: loadExperts,
}
