// The manifest of digests: a mail like a short newspaper, of what other features hand over.
import type { Feature } from '#platform/feature.ts'
import { deskDigest } from './desk-part.ts'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createDigests } from './migrations/001-create.ts'
import { countTries } from './migrations/002-tries.ts'
import { settingPath } from './paths.ts'
import { maySetLetters, permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { endingRoutes } from './routes-ending.tsx'
import { forgetDigests } from './store.ts'

export const digests: Feature = {
  name: 'digests',
  uses: ['desk', 'notices'],
  routes: [...endingRoutes, ...routes],
  open: ['GET /digests/ending', 'POST /digests/ending'],
  permissions,
  hears: listeners,
  schedules,
  digest: [deskDigest],
  desk: [
    {
      ...{ label: 'digests.setting', about: 'digests.setting-desk', href: settingPath, position: 86, for: 'office' },
      open: maySetLetters,
    },
  ],
  facts: {
    'digest.raised': 'digests.fact-raised',
    'digest.requested': 'digests.fact-requested',
    'digest-setting.changed': 'digests.fact-setting',
  },
  personal: { 'digest.person_id': { erasure: 'delete', part: 'watching' } },
  retention: [{ name: 'digest', days: 60, forget: forgetDigests }],
  mails: mailExamples,
  migrations: [createDigests, countTries],
}
