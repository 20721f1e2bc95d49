// The documents of a room, on its page.
import type { RoomPart } from '#platform/page-parts.ts'
import { listDocuments } from './store.ts'
import { DocumentList } from './views/document-list.tsx'

export const documentsOfRoom: RoomPart = {
  name: 'documents.of-room',
  place: 'main',
  position: 20,
  draw: async ({ var: { t, db } }, { id, writable }) => {
    const documents = await listDocuments(db, id)
    return <DocumentList t={t} roomId={id} writable={writable} documents={documents} />
  },
}
