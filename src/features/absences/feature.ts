// The manifest of absences: nobody waits for somebody who is away.
import { dayOf } from '#kernel/locale.ts'
import type { Feature } from '#platform/feature.ts'
import { loadAbsences } from './demonstration.ts'
import { standsIn } from './experience.ts'
import { createAbsences } from './migrations/001-create.ts'
import { absenceBeside, absencePart, absentOfMember, standingIn } from './parts.tsx'
import { routes } from './routes.tsx'
import { forgetAbsences } from './store.ts'

export const absences: Feature = {
  name: 'absences',
  routes,
  permissions: {
    'say that one is away': 'everybody of themselves, with a colleague of the same administration who stands in',
    'know that somebody is away': 'whoever may know the person, while it lasts; planned or over, only that person',
  },
  beside: [absenceBeside],
  members: [absentOfMember],
  home: [standingIn],
  ownProfile: [absencePart],
  experience: [standsIn],
  schedules: [
    {
      name: 'absences.forget',
      cron: '40 3 * * *',
      run: async ({ system, now }) => void (await forgetAbsences(system, dayOf(now()))),
    },
  ],
  personal: {
    'absence.person_id': { erasure: 'delete', part: 'profile' },
    'absence.substitute_id': { erasure: 'empty' },
  },
  retention: [{ name: 'absence' }],
  migrations: [createAbsences],
  demonstration: loadAbsences,
}
