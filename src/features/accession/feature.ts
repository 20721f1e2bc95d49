// The manifest of accession: from the enquiry to the welcome, a path that both sides see.
import type { Feature } from '#platform/feature.ts'
import { loadAccessions } from './demonstration.ts'
import { accessionDesk } from './desk.ts'
import { listeners } from './jobs.ts'
import { mailExamples } from './mail-examples.ts'
import { filePart } from './member-part.tsx'
import { createAccession } from './migrations/001-create.ts'
import { knownMembers } from './migrations/002-members.ts'
import { figuresOfToday } from './migrations/003-figures.ts'
import { erasure } from './migrations/004-erasure.ts'
import { noGuests } from './migrations/005-no-guests.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.tsx'
import { fileRoutes } from './routes-files.tsx'
import { paperRoutes } from './routes-paper.tsx'
import { stepRoutes } from './routes-steps.tsx'
import { forgetEnquirers } from './store-upkeep.ts'

export const accession: Feature = {
  name: 'accession',
  uses: ['accounts', 'fees', 'memberships'],
  // The paper's addresses are asked before those of a file's steps and documents.
  routes: [...routes, ...paperRoutes, ...stepRoutes, ...fileRoutes],
  // Whoever is not signed in comes to a file by its personal address, and to nothing without it.
  open: [
    'GET /join',
    'POST /join',
    'GET /join/sent',
    'GET /accessions/:id',
    'GET /accessions/:id/documents/:document',
    'GET /accessions/:id/steps/:step',
    'POST /accessions/:id/steps/:step',
    'GET /accessions/:id/paper',
    'GET /accessions/:id/paper.pdf',
    'GET /accessions/:id/paper.docx',
    'GET /accessions/:id/paper/edit',
    'POST /accessions/:id/paper',
  ],
  permissions,
  members: [filePart],
  desk: accessionDesk,
  hears: listeners,
  facts: {
    'enquiry.received': 'accession.fact-enquired',
    'enquiry.continued': 'accession.fact-continued',
    'enquiry.admitted': 'accession.fact-admitted',
    'enquiry-address.requested': 'accession.fact-address',
    'council-paper.changed': 'accession.fact-paper',
  },
  personal: {
    'accession.contact_email': { by: 'address', erasure: ['contact_name', 'contact_email'] },
    'accession_step.by_person': { erasure: 'keep' },
    'accession_step.person_email': { by: 'address', erasure: ['person_name', 'person_email'] },
  },
  retention: [{ name: 'enquiry', days: 730, forget: forgetEnquirers }, { name: 'accession' }],
  mails: mailExamples,
  migrations: [createAccession, knownMembers, figuresOfToday, erasure, noGuests],
  demonstration: loadAccessions,
}
