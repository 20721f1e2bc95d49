// The manifest of care: reporting, hiding with a reason, looking again, muting, and how we treat each other.
import type { Feature } from '#platform/feature.ts'
import { careTools } from './beside.tsx'
import { careDesk } from './desk.ts'
import { conductHome } from './home.tsx'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createCare } from './migrations/001-create.ts'
import { somebodyElse } from './migrations/002-somebody-else.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { hidingRoutes } from './routes-hiding.tsx'
import { forgetHidden, forgetReported } from './store-mails.ts'

export const care: Feature = {
  name: 'care',
  uses: ['notices'],
  routes: [...routes, ...hidingRoutes],
  open: ['GET /conduct'],
  permissions,
  hears: listeners,
  home: [conductHome],
  desk: careDesk,
  beside: [careTools],
  facts: {
    'report.made': 'care.fact-reported',
    'report.decided': 'care.fact-decided',
    'decider.asked': 'care.fact-asked',
    'contribution.hidden': 'care.fact-hidden',
    'contribution.shown': 'care.fact-shown',
    'reply.hidden': 'care.fact-reply-hidden',
    'reply.shown': 'care.fact-reply-shown',
    'appeal.made': 'care.fact-appealed',
    'appeal.judged': 'care.fact-judged',
  },
  personal: {
    'report.decided_by': { erasure: 'keep' },
    'report_by.person_id': { erasure: 'delete', part: 'reports' },
    'conduct_agreement.person_id': { erasure: 'delete', part: 'account' },
  },
  retention: [
    { name: 'report', days: 365, forget: forgetReported },
    { name: 'hiding', days: 365, forget: forgetHidden },
  ],
  mails: mailExamples,
  migrations: [createCare, somebodyElse],
}
