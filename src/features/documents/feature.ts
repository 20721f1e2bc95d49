// The manifest of documents.
import type { Feature } from '#platform/feature.ts'
import { loadDocuments } from './demonstration.ts'
import { createDocuments } from './migrations/001-create.ts'
import { documentPath } from './paths.ts'
import { documentsOfRoom } from './room-part.tsx'
import { routes } from './routes.tsx'
import { documentSearch } from './search.ts'

export const documents: Feature = {
  name: 'documents',
  uses: ['discussion', 'rooms'],
  routes,
  permissions: {
    'read a document and all its versions': 'whoever is in its room',
    'bring a document or a version': 'whoever is in the room, unless it is archived',
    'withdraw a document':
      'who brought it first while in that city, and the coordinator of the city who is in the room',
    'remove a version': 'nobody',
  },
  kinds: [
    {
      ...{
        kind: 'document',
        label: 'documents.one',
        plural: 'documents.title',
        path: documentPath,
        arrives: ['document.added'],
      },
      discussion: {
        title: 'documents.remarks',
        none: 'documents.remarks-none',
        field: 'documents.your-remark',
        signIn: 'rooms.sign-in',
      },
    },
  ],
  facts: {
    'document.added': 'documents.fact-added',
    'document.version-added': 'documents.fact-version-added',
    'document.withdrawn': 'documents.fact-withdrawn',
  },
  search: [documentSearch],
  rooms: [documentsOfRoom],
  migrations: [createDocuments],
  demonstration: loadDocuments,
}
