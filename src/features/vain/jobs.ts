// From time to time what was noted is written down, and what is old forgotten.
import type { Schedule } from '#platform/feature.ts'
import { takeVain } from './noted.ts'
import { forgetOld, keepCounts } from './store.ts'

export const schedules: readonly Schedule[] = [
  {
    name: 'vain.keep-counts',
    cron: '*/5 * * * *',
    run: ({ system, settings, now }) => keepCounts(system, takeVain(), settings.secret, now()),
  },
  { name: 'vain.forget-old', cron: '40 2 * * *', run: ({ system, now }) => forgetOld(system, now()) },
]
