// What is done from time to time: sections that nobody took over are forgotten; the file at the draft stays.
import type { Schedule } from '#platform/feature.ts'
import { forgetOldSections } from './store.ts'

const daysKept = 180
const day = 86_400_000

export const schedules: readonly Schedule[] = [
  {
    name: 'drafting.forget-old',
    cron: '40 3 * * *',
    run: ({ system, now }) => forgetOldSections(system, new Date(now().getTime() - daysKept * day)),
  },
]
