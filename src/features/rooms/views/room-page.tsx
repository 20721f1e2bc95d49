// A room from inside: what is pinned, what other features keep here, the threads; aside who is in, and the way out.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { inRoom, roomPath } from '../paths.ts'
import { mayHost, mayWriteIn } from '../permissions.ts'
import type { Room, RoomMember } from '../room.ts'
import type { ThreadLine } from '../store-threads.ts'
import { RoomFacts } from './room-facts.tsx'
import { RoomNotes, roomClass } from './room-notes.tsx'
import { ThreadCard } from './thread-card.tsx'

export interface RoomPageProps {
  readonly t: Translate
  readonly room: Room
  readonly concepts: readonly string[]
  readonly threads: PageOf<ThreadLine>
  readonly pins: readonly (ThreadLine & { readonly href: string })[]
  readonly members: readonly RoomMember[]
  readonly main: Child[]
  readonly aside: Child[]
}

const Aside = ({ t, room, concepts, members, aside }: RoomPageProps) => (
  <>
    {aside}
    <Section title={t('rooms.about')} level={3}>
      <RoomFacts t={t} room={room} concepts={concepts} />
      <p>
        <a href={inRoom(room.id, 'members')}>{t('rooms.count', { count: members.length })}</a>
      </p>
      <PostButton action={inRoom(room.id, 'leaving')} tone="quiet" icon="log-out" small>
        {t('rooms.leave')}
      </PostButton>
    </Section>
  </>
)

const Threads = ({ t, room, threads }: RoomPageProps) => (
  <Section
    title={t('rooms.threads')}
    id="threads"
    action={
      mayWriteIn(room) && (
        <ButtonLink href={inRoom(room.id, 'threads/new')} tone="primary" icon="plus" shortcut="n" small>
          {t('rooms.thread-open')}
        </ButtonLink>
      )
    }
  >
    {threads.items.length === 0 ? (
      <EmptyState title={t('rooms.threads-none')} icon="messages-square" />
    ) : (
      <ItemList label={t('rooms.threads')} items={threads.items.map((line) => <ThreadCard t={t} line={line} />)} />
    )}
    <Pagination t={t} page={threads} href={(number) => `${roomPath(room.id, room.name)}?page=${number}#threads`} />
  </Section>
)

const Pinned = ({ t, pins }: Pick<RoomPageProps, 't' | 'pins'>) =>
  pins.length === 0 ? null : (
    <Section title={t('rooms.pinned')}>
      <ul>
        {pins.map(({ title, href, lang }) => (
          <li>
            <a href={href} lang={lang === t.lang ? undefined : lang}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )

export const RoomPage = (props: RoomPageProps) => {
  const { t, room, pins, main } = props
  const change = mayHost(room) && (
    <ButtonLink href={inRoom(room.id, 'edit')} icon="pencil">
      {t('rooms.change')}
    </ButtonLink>
  )
  return (
    <article class={roomClass(room)}>
      <PageTitle
        t={t}
        kind={t('rooms.one')}
        title={room.name}
        lang={room.lang}
        tlp={tlpLabel('room')}
        audienceName={room.name}
        action={change}
      />
      <PageBody aside={<Aside {...props} />}>
        <RoomNotes t={t} room={room} />
        <Prose html={renderMarkdown(room.aim)} lang={room.lang} />
        <Pinned t={t} pins={pins} />
        <Threads {...props} />
        {main}
      </PageBody>
    </article>
  )
}
