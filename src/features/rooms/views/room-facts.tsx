// How one comes in, who looks after it, and what it is about.
import type { Translate } from '#kernel/locale.ts'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import { PersonList } from '#ui/person-line/person-line.tsx'
import type { Room } from '../room.ts'

export const listedWords = (t: Translate, room: Pick<Room, 'listedFor' | 'listedName'>): string =>
  room.listedFor === 2 ? t('rooms.of-network') : (room.listedName ?? t('rooms.of-forum'))

export const RoomFacts = (props: {
  readonly t: Translate
  readonly room: Room
  readonly concepts: readonly string[]
}) => {
  const { t, room, concepts } = props
  return (
    <>
      <FactsList
        facts={[
          { term: t('rooms.entry'), value: t(`rooms.entry-${room.entry}`) },
          {
            term: t('rooms.known-to'),
            value: room.entry === 'invitation' ? t('rooms.known-inside') : listedWords(t, room),
          },
          { term: t('rooms.topics'), value: concepts.join(', ') },
        ]}
      />
      <Section title={t('rooms.hosts')} level={3}>
        <PersonList
          persons={room.hosts.map(({ name, slug, organisationName }) => ({
            ...{ name, href: `/people/${slug}`, memberName: organisationName },
          }))}
        />
      </Section>
    </>
  )
}
