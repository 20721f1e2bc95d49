// The manifest of polls.
import type { Feature } from '#platform/feature.ts'
import { pollBenefit } from './benefit.ts'
import { pollDates } from './dates.ts'
import { loadPolls } from './demonstration.ts'
import { pollsDigest } from './digest.ts'
import { pollsHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createPolls } from './migrations/001-create.ts'
import { keepCircles } from './migrations/002-circles.ts'
import { earlierAnswers } from './migrations/003-earlier-answers.ts'
import { pollsPastPolicies } from './migrations/004-past-policies.ts'
import { pollPath, pollsPath } from './paths.ts'
import { permissions } from './permissions.ts'
import { pollsOfRoom } from './room-part.tsx'
import { routes } from './routes.tsx'
import { answeringRoutes } from './routes-answering.tsx'
import { answersRoutes } from './routes-answers.tsx'
import { askingRoutes } from './routes-asking.tsx'
import { steeringRoutes } from './routes-steering.tsx'
import { pollSearch } from './search.ts'
import { pollTexts } from './texts.ts'

export const polls: Feature = {
  name: 'polls',
  uses: ['discussion', 'members', 'notices', 'rooms', 'search'],
  // Before the address of one poll, which may be any word.
  routes: [...askingRoutes, ...routes, ...answeringRoutes, ...answersRoutes, ...steeringRoutes],
  navigation: [
    { label: 'polls.title', href: pollsPath, icon: 'list-ordered', key: 'u', position: 35, for: 'signed-in' },
  ],
  permissions,
  kinds: [
    {
      kind: 'poll',
      label: 'polls.one',
      plural: 'polls.title',
      path: pollPath,
      arrives: ['poll.asked'],
      texts: pollTexts,
    },
  ],
  hears: listeners,
  schedules,
  facts: {
    'poll.asked': 'polls.fact-poll-asked',
    'poll.answered': 'polls.fact-poll-answered',
    'poll-answer.changed': 'polls.fact-answer-changed',
    'poll.prolonged': 'polls.fact-poll-prolonged',
    'poll.closed': 'polls.fact-poll-closed',
    'poll.changed': 'polls.fact-poll-changed',
    'poll.withdrawn': 'polls.fact-poll-withdrawn',
    'poll-reminder.noted': 'polls.fact-reminder-noted',
  },
  search: [pollSearch],
  benefits: [pollBenefit],
  dates: [pollDates],
  home: pollsHome,
  digest: pollsDigest,
  rooms: [pollsOfRoom],
  personal: {
    'poll_answer.given_by': { erasure: 'keep', part: 'polls', also: 'own_answers' },
    'poll_answer.changed_by': { erasure: 'keep' },
    'poll_file.uploaded_by': { erasure: 'keep', part: 'polls', also: 'own_answer_files', isFile: true },
    'poll_colleague.person_id': { erasure: 'delete', part: 'polls' },
    'poll_colleague.named_by': { erasure: 'keep', part: 'polls' },
  },
  mails: mailExamples,
  migrations: [createPolls, keepCircles, earlierAnswers, pollsPastPolicies],
  demonstration: loadPolls,
}
