// After an update, or when the files of concepts have changed, the index is made anew by itself, a while each minute:
// other jobs, which wait for this one, wait no longer than that.
import type { Schedule } from '#platform/feature.ts'
import { catchUp } from './actions/reindex.ts'

const aWhile = 20_000

export const schedules: readonly Schedule[] = [
  {
    name: 'search.catch-up',
    cron: '* * * * *',
    atStart: true,
    run: ({ system, features }) => catchUp(system, features, aWhile),
  },
]
