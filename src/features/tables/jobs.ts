// From time to time: files that nobody said yes to are forgotten.
import type { Schedule } from '#platform/feature.ts'
import { forgetOldRuns } from './store.ts'

export const schedules: readonly Schedule[] = [
  { name: 'tables.forget-imports', cron: '40 3 * * *', run: ({ system, now }) => forgetOldRuns(system, now()) },
]
