// The manifest of saved searches: they stand on the search, and hear of everything that comes into it.
import type { Feature } from '#platform/feature.ts'
import { loadSearches } from './demonstration.ts'
import { savedDigest } from './digest.ts'
import { savedHome } from './home.tsx'
import { listeners, schedules } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createSaved } from './migrations/001-create.ts'
import { joinDigest } from './migrations/002-one-digest.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { endingRoutes } from './routes-ending.tsx'
import { searchPart } from './search-part.tsx'
import { forgetOld } from './store-matches.ts'

export const saved: Feature = {
  name: 'saved',
  uses: ['notices', 'search'],
  routes: [...endingRoutes, ...routes],
  open: ['GET /saved-searches/ending', 'POST /saved-searches/ending'],
  permissions,
  hears: listeners,
  schedules,
  home: savedHome,
  digest: savedDigest,
  searchParts: [searchPart],
  facts: { 'alert.raised': 'saved.fact-raised' },
  personal: {
    'saved_search.person_id': { erasure: 'delete', part: 'searches' },
    'saved_alert.person_id': { erasure: 'delete' },
  },
  retention: [{ name: 'match', days: 365, forget: forgetOld }, { name: 'saved' }],
  mails: mailExamples,
  migrations: [createSaved, joinDigest],
  demonstration: loadSearches,
}
