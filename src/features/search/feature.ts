// The manifest of the search hall: it knows no feature; features hand it their documents in their manifests.
import type { Feature } from '#platform/feature.ts'
import { reindex } from './actions/reindex.ts'
import { commands } from './commands.ts'
import { schedules } from './jobs.ts'
import { keepIndex } from './listener.ts'
import { createSearch } from './migrations/001-create.ts'
import { behind } from './migrations/002-behind.ts'
import { blocks } from './migrations/003-blocks.ts'
import { vectors } from './migrations/004-vectors.ts'
import { rule } from './migrations/005-rule.ts'
import { numbers } from './migrations/006-numbers.ts'
import { room } from './migrations/007-room.ts'
import { largerBlocks } from './migrations/008-larger-blocks.ts'
import { wholeRows } from './migrations/009-whole-rows.ts'
import { searchPath, suggestionsPath } from './paths.ts'
import { routes } from './routes.tsx'

export const search: Feature = {
  name: 'search',
  routes,
  open: [`GET ${searchPath}`, `GET ${suggestionsPath}`],
  permissions: {
    'search, and see suggestions': 'everybody; results, counts, facets and reasons hold only what the viewer may see',
    'make the index anew, give vectors': 'whoever administers the server, on the command line',
  },
  hears: [keepIndex],
  schedules,
  migrations: [createSearch, behind, blocks, vectors, rule, numbers, room, largerBlocks, wholeRows],
  commands,
  // Search answers from the first moment; the queue, which would index the same things later, finds nothing to change.
  demonstration: async ({ system, features }) => void (await reindex(system, features)),
}
