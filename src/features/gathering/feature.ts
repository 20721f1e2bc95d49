// The manifest of gathering: a practice made of a question and its answers.
import type { Feature } from '#platform/feature.ts'
import { gatherButton } from './beside.tsx'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createGathering } from './migrations/001-create.ts'
import { names } from './migrations/002-names.ts'
import { erasedNames } from './migrations/003-erased.ts'
import { routes } from './routes.ts'

export const gathering: Feature = {
  name: 'gathering',
  uses: ['discussion', 'notices', 'practices', 'questions'],
  routes,
  permissions: {
    'make a practice of a question and its answers': 'who steers the question, in the city that asked it by name',
  },
  facts: {
    'practice.gathered': 'gathering.fact-gathered',
    'quotation.announced': 'gathering.fact-announced',
  },
  hears: listeners,
  beside: [gatherButton],
  mails: mailExamples,
  migrations: [createGathering, names, erasedNames],
}
