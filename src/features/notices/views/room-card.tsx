// What is new in a room and is no contribution: a meeting.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { RoomThing } from '#platform/page-parts.ts'
import { PostButton } from '#ui/button/button.tsx'
import { ItemCard } from '#ui/item-card/item-card.tsx'
import type { Happening } from '../notice.ts'
import { readPath } from '../paths.ts'
import type { RoomNotice } from '../store-of-rooms.ts'

export type ShownRoomNotice = RoomNotice & { readonly thing: RoomThing }

/** Called off before anybody was told of it: a new meeting that is none. */
const now = ({ thing, what }: ShownRoomNotice): Happening => (thing.calledOff ? 'meeting-off' : what)

export const RoomCard = ({ t, notice }: { readonly t: Translate; readonly notice: ShownRoomNotice }) => (
  <ItemCard
    t={t}
    title={notice.thing.title}
    href={notice.thing.path}
    state={notice.readAt === null ? { label: t('notices.unread', { count: 1 }), tone: 'new' } : undefined}
    meta={[
      notice.thing.roomName,
      notice.thing.when(t.lang),
      t('notices.happened', { what: t(`notices.what-${now(notice)}`), when: formatMoment(t.lang, notice.createdAt) }),
    ]}
    why={[t('notices.why-audience', { name: '' })]}
    action={
      notice.readAt === null && (
        <PostButton
          action={readPath}
          hidden={{ item: notice.item }}
          tone="quiet"
          small
          icon="check"
          label={t('notices.read-of', { title: notice.thing.title })}
        >
          {t('notices.read')}
        </PostButton>
      )
    }
  />
)
