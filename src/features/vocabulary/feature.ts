// The manifest of the vocabulary: the thesaurus for people and programs, and how it grows.
import type { Feature } from '#platform/feature.ts'
import { commands } from './commands.ts'
import { loadProposals } from './demonstration.ts'
import { vocabularyDesk } from './desk.ts'
import { vocabularyHome } from './home.tsx'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { createVocabulary } from './migrations/001-create.ts'
import { jsonLdPath, proposalPath, thesaurusPath, turtlePath } from './paths.ts'
import { recallAdditions } from './recall-additions.ts'
import { routes } from './routes.tsx'
import { decidingRoutes } from './routes-deciding.tsx'
import { machineRoutes } from './routes-machines.ts'
import { proposingRoutes } from './routes-proposing.tsx'

export const vocabulary: Feature = {
  name: 'vocabulary',
  uses: ['discussion', 'notices', 'search'],
  desk: vocabularyDesk,
  routes: [...routes, ...machineRoutes, ...proposingRoutes, ...decidingRoutes],
  open: [`GET ${thesaurusPath}`, 'GET /thesaurus/:slug', `GET ${turtlePath}`, `GET ${jsonLdPath}`],
  permissions: {
    'read the thesaurus, in whole or in part': 'everybody',
    'read a proposal': 'every signed-in person whom its audience reaches: the network, unless it was narrowed',
    'propose a label or a concept': 'every person of the network, its offices too',
    'accept or decline a proposal': 'the office of the network, once',
    'take a proposal back':
      'its author while in that city, and the coordinator of the city, as long as nobody has decided',
  },
  kinds: [
    {
      kind: 'proposal',
      label: 'vocabulary.one',
      plural: 'vocabulary.proposals',
      path: proposalPath,
      arrives: ['proposal.published'],
    },
  ],
  hears: listeners,
  home: vocabularyHome,
  facts: {
    'proposal.published': 'vocabulary.fact-published',
    'proposal.accepted': 'vocabulary.fact-accepted',
    'proposal.declined': 'vocabulary.fact-declined',
    'proposal.withdrawn': 'vocabulary.fact-withdrawn',
    'proposal.announced': 'vocabulary.fact-announced',
    'addition.indexed': 'vocabulary.fact-indexed',
  },
  personal: {
    'proposal_decision.decided_by': { erasure: 'keep' },
  },
  mails: mailExamples,
  migrations: [createVocabulary],
  commands,
  demonstration: loadProposals,
  recall: recallAdditions,
}
