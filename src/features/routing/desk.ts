// Where an office looks after questions that nobody has answered.
import type { DeskPlace } from '#platform/duty-parts.ts'
import { signedIn } from '#platform/http/visit.ts'
import { listAnswered } from '../questions/public.ts'
import { unansweredPath } from './paths.ts'
import { listUnansweredIds } from './store-unanswered.ts'

export const routingDesk: readonly DeskPlace[] = [
  {
    label: 'routing.unanswered',
    about: 'routing.unanswered-about',
    href: unansweredPath,
    position: 15,
    for: 'office',
    waiting: async (c) => {
      const ids = await listUnansweredIds(c.var.db, signedIn(c).person)
      return ids.length - (await listAnswered(c.var.db, ids)).length
    },
  },
]
