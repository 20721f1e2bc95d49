// All rooms that somebody may know of: invitations first, their own, those they can come into, and what is archived.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle, Section } from '#ui/page/page.tsx'
import { newRoomPath, roomPath } from '../paths.ts'
import type { Room } from '../room.ts'
import { listedWords } from './room-facts.tsx'

const RoomCard = ({ t, room }: { t: Translate; room: Room }) => (
  <ItemCard
    t={t}
    headingLevel={3}
    title={room.name}
    lang={room.lang}
    href={roomPath(room.id, room.name)}
    summary={room.aim}
    meta={[
      t(`rooms.entry-${room.entry}`),
      room.entry !== 'invitation' && listedWords(t, room),
      room.chatham && t('rooms.chatham'),
      room.hosts.length > 0 && t('rooms.hosted-by', { names: room.hosts.map(({ name }) => name).join(', ') }),
      room.asked === 'waiting' && t('rooms.asked'),
    ]}
  />
)

const Part = ({ t, title, rooms }: { t: Translate; title: string; rooms: readonly Room[] }) =>
  rooms.length === 0 ? null : (
    <Section title={title}>
      <ItemList label={title} items={rooms.map((room) => <RoomCard t={t} room={room} />)} />
    </Section>
  )

export interface RoomListProps {
  readonly t: Translate
  readonly may: boolean
  readonly rooms: readonly Room[]
}

export const RoomList = ({ t, may, rooms }: RoomListProps) => {
  const found = may && (
    <ButtonLink href={newRoomPath} tone="primary" icon="plus" shortcut="n">
      {t('rooms.found')}
    </ButtonLink>
  )
  const own = rooms.filter(({ inside }) => inside)
  const others = rooms.filter(({ inside }) => !inside)
  return (
    <>
      <PageTitle t={t} title={t('rooms.title')} lead={t('rooms.lead')} action={found} />
      {rooms.length === 0 && <EmptyState title={t('rooms.none')} icon="users" />}
      <Part t={t} title={t('rooms.invited')} rooms={others.filter(({ invited }) => invited)} />
      <Part t={t} title={t('rooms.own')} rooms={own.filter(({ archivedAt }) => archivedAt === null)} />
      <Part t={t} title={t('rooms.others')} rooms={others.filter(({ invited }) => !invited)} />
      <Part t={t} title={t('rooms.archived')} rooms={own.filter(({ archivedAt }) => archivedAt !== null)} />
    </>
  )
}
