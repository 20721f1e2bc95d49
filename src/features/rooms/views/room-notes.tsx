// What holds in a room, on every page of it: the Chatham House Rule, that it is archived, that it is invented.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { Notice } from '#ui/notice/notice.tsx'
import type { Room } from '../room.ts'

export interface RoomNotesProps {
  readonly t: Translate
  /** Undefined for what lies in an audience without a room. */
  readonly room: Pick<Room, 'chatham' | 'archivedAt' | 'demonstration'> | undefined
}

export const RoomNotes = ({ t, room }: RoomNotesProps) =>
  room === undefined ? null : (
    <>
      {room.archivedAt !== null && (
        <Notice tone="warning" title={t('rooms.archived-since', { day: formatDate(t.lang, room.archivedAt) })}>
          <p>{t('rooms.archived-note')}</p>
        </Notice>
      )}
      {room.chatham && (
        <Notice title={t('rooms.chatham')}>
          <p>{t('rooms.chatham-note')}</p>
        </Notice>
      )}
      {room.demonstration && (
        <Notice>
          <p>{t('rooms.demonstration-note')}</p>
        </Notice>
      )}
    </>
  )

/** Around what people say in a room: where the rule holds, its print names nobody. */
export const roomClass = (room: RoomNotesProps['room']): string | undefined =>
  room?.chatham ? 'under-chatham' : undefined
