// THE list of features; one line per feature, nothing else. The order is that of migrations and of the demonstration.
import type { Feature } from '#platform/feature.ts'
import { accounts } from './features/accounts/feature.ts'
import { adoptions } from './features/adoptions/feature.ts'
import { api } from './features/api/feature.ts'
import { discussion } from './features/discussion/feature.ts'
import { history } from './features/history/feature.ts'
import { home } from './features/home/feature.ts'
import { members } from './features/members/feature.ts'
import { people } from './features/people/feature.ts'
import { practices } from './features/practices/feature.ts'
import { search } from './features/search/feature.ts'

export const features: readonly Feature[] = [
  members,
  people,
  accounts,
  discussion,
  practices,
  adoptions,
  history,
  home,
  search,
  api,
]
