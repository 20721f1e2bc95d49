// The manifest of calendars: one's dates of all features at a secret address.
import type { Feature } from '#platform/feature.ts'
import { takeFetches } from './last-use.ts'
import { createCalendars } from './migrations/001-create.ts'
import { amberGoesOutAsSet } from './migrations/002-amber.ts'
import { makeAnew } from './migrations/003-anew.ts'
import { routes } from './routes.tsx'
import { keepUses } from './store.ts'

export const calendars: Feature = {
  name: 'calendars',
  routes,
  open: ['GET /calendar.ics'],
  permissions: {
    'make, renew and end the address of a calendar': 'every signed-in person, their own',
    'fetch a calendar':
      'whoever has its address, as long as it is valid and its person works here; what that person reaches now',
  },
  facts: {
    'calendar-address.made': 'calendars.fact-made',
    'calendar-address.ended': 'calendars.fact-ended',
  },
  schedules: [
    { name: 'calendars.keep-last-use', cron: '*/5 * * * *', run: ({ system }) => keepUses(system, takeFetches()) },
  ],
  personal: { 'calendar_address.person_id': { erasure: 'delete', part: 'account' } },
  retention: [{ name: 'calendar' }],
  migrations: [createCalendars, amberGoesOutAsSet, makeAnew],
}
