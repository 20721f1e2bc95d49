// Around each test file, since several run in one process. Before it nothing is in memory, as after a start: what is kept
// there of a database stands in docs/architecture.md; results of pure functions stay. After it no town is open.
import { afterAll } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import { forgetDeeds } from '#platform/http/once.ts'
import { takeUses } from '#platform/identity/last-use.ts'
import { forgetVain } from '../src/features/vain/noted.ts'
import { forgetAdditions } from '../src/features/vocabulary/recall-additions.ts'
import { openTowns } from './open-towns.ts'

forgetTries()
forgetDeeds()
takeUses()
forgetVain()
forgetAdditions()

afterAll(async () => {
  for (const close of openTowns) await close()
})
