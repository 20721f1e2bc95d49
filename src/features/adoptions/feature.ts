// The manifest of adoptions.
import type { Feature } from '#platform/feature.ts'
import { atMembers } from './at-members.tsx'
import { adoptionBenefit } from './benefit.ts'
import { besidePractices } from './beside.tsx'
import { loadAdoptions } from './demonstration.ts'
import { adoptionExperience } from './experience.ts'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createAdoptions } from './migrations/001-create.ts'
import { adoptionPath } from './paths.ts'
import { routes } from './routes.tsx'
import { writingRoutes } from './routes-writing.tsx'
import { adoptionSearch } from './search.ts'
import { adoptionTexts } from './texts.ts'

export const adoptions: Feature = {
  name: 'adoptions',
  uses: ['absences', 'discussion', 'members', 'notices', 'practices'],
  routes: [...routes, ...writingRoutes],
  open: ['GET /adoptions/:address', 'GET /practices/:address/lineage'],
  permissions: {
    'read an adoption': 'whoever its audience reaches, whether the practice reaches them or not',
    'see the lineage of a practice': 'whoever the practice reaches; in it, the adoptions that reach them',
    'take over a practice': 'every person of an active member whom the practice of another city reaches',
    'change, withdraw an adoption': 'its author while in that city, and the coordinator of the city',
  },
  kinds: [
    {
      kind: 'adoption',
      label: 'adoptions.one',
      plural: 'adoptions.title',
      path: adoptionPath,
      texts: adoptionTexts,
      arrives: ['adoption.published'],
    },
  ],
  hears: listeners,
  facts: {
    'adoption.published': 'adoptions.fact-published',
    'adoption.changed': 'adoptions.fact-changed',
    'adoption.planned': 'adoptions.fact-planned',
    'adoption.started': 'adoptions.fact-started',
    'adoption.stopped': 'adoptions.fact-stopped',
    'adoption.announced': 'adoptions.fact-announced',
    'adoption.withdrawn': 'adoptions.fact-withdrawn',
  },
  experience: [adoptionExperience],
  search: [adoptionSearch],
  beside: besidePractices,
  members: [atMembers],
  benefits: [adoptionBenefit],
  personal: {
    'adoption.contact_id': { erasure: 'empty', part: 'contributions' },
  },
  mails: mailExamples,
  migrations: [createAdoptions],
  demonstration: loadAdoptions,
}
