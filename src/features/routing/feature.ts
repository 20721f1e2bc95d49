// The manifest of routing: a question goes to those who may know.
import type { Feature } from '#platform/feature.ts'
import { beginRounds, continueRounds } from './actions/carry-question.ts'
import { sendAsking } from './actions/send-asking.ts'
import { routingBeside } from './beside.tsx'
import { routingDesk } from './desk.ts'
import { routingHome } from './home.tsx'
import { createRouting } from './migrations/001-create.ts'
import { pausePart } from './own-profile.tsx'
import { routes } from './routes.tsx'
import { decliningRoutes } from './routes-declining.tsx'

export const routing: Feature = {
  name: 'routing',
  uses: ['absences', 'members', 'people', 'questions'],
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
      name: 'routing.send',
      facts: ['question.handed'],
      hear: (fact, parts) => sendAsking(parts, fact.contributionId ?? 0, Number(fact.data.person)),
    },
  ],
  schedules: [{ name: 'routing.continue', cron: '20 * * * *', run: continueRounds }],
  facts: { 'question.handed': 'routing.fact-handed' },
  home: routingHome,
  beside: routingBeside,
  desk: routingDesk,
  ownProfile: [pausePart],
  migrations: [createRouting],
}
