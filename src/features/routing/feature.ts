// The manifest of routing: a question goes to those who may know.
import type { Feature } from '#platform/feature.ts'
import { beginRounds, continueRounds, resumeRounds } from './actions/carry-question.ts'
import { sendAgain, sendAsking } from './actions/send-asking.ts'
import { routingBeside } from './beside.tsx'
import { routingDesk } from './desk.ts'
import { routingDigest } from './digest.ts'
import { routingHome } from './home.tsx'
import { createRouting } from './migrations/001-create.ts'
import { routingMended } from './migrations/002-mended.ts'
import { routingPastPolicies } from './migrations/003-past-policies.ts'
import { pausePart } from './own-profile.tsx'
import { routes } from './routes.tsx'
import { decliningRoutes } from './routes-declining.tsx'
import { forgetAsked } from './store-pause.ts'

export const routing: Feature = {
  name: 'routing',
  uses: ['absences', 'members', 'notices', 'people', 'questions'],
  routes: [...decliningRoutes, ...routes],
  open: ['GET /asked/declining', 'POST /asked/declining'],
  permissions: {
    'be asked':
      'persons of other cities whom the question reaches, unless they want a pause; while they are away, whoever stands in',
    'say no, name who knows better': 'whoever was asked; naming also the office that answers for the readers',
    'see how many are asked, and from which countries': 'whoever steers the question; the office how many',
    'see what nobody has answered': 'the office of the network, in a forum that forum’s',
  },
  hears: [
    {
      name: 'routing.begin',
      facts: ['question.asked'],
      hear: (fact, parts) => beginRounds(parts, fact.contributionId ?? 0),
    },
    {
      name: 'routing.resume',
      facts: ['question.reopened', 'reply.withdrawn'],
      hear: (fact, parts) => resumeRounds(parts, fact.contributionId ?? 0),
    },
    {
      name: 'routing.send',
      facts: ['question.handed'],
      hear: (fact, parts) => sendAsking(parts, fact.contributionId ?? 0, Number(fact.data.person)),
    },
  ],
  schedules: [
    { name: 'routing.continue', cron: '20 * * * *', run: continueRounds },
    { name: 'routing.send-again', cron: '50 * * * *', run: sendAgain },
  ],
  facts: { 'question.handed': 'routing.fact-handed' },
  home: routingHome,
  digest: routingDigest,
  beside: routingBeside,
  desk: routingDesk,
  ownProfile: [pausePart],
  personal: {
    'asked_person.person_id': { erasure: 'delete', part: 'asked' },
    'asked_person.named_by': { erasure: 'empty', part: 'asked' },
    'asking_pause.person_id': { erasure: 'delete', part: 'asked' },
  },
  retention: [{ name: 'asked', days: 365, forget: forgetAsked }],
  migrations: [createRouting, routingMended, routingPastPolicies],
}
