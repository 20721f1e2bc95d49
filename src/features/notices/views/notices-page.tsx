// What is new for somebody, grouped by thing: what is unread first, then the newest.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { ContributionKind, Feature } from '#platform/feature.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import type { Notice, NoticedThing } from '../notice.ts'
import { noticesPath, readPath, settingsPath } from '../paths.ts'
import { reasonOf } from '../why.ts'
import { RoomCard, type ShownRoomNotice } from './room-card.tsx'

export interface NoticesPageProps {
  readonly t: Translate
  readonly features: readonly Feature[]
  readonly kinds: ReadonlyMap<string, ContributionKind>
  readonly page: PageOf<NoticedThing>
  /** New in rooms, with what it is about. */
  readonly ofRooms: readonly ShownRoomNotice[]
}

const lineOf = (t: Translate, { what, createdAt }: Notice): string =>
  t('notices.happened', { what: t(`notices.what-${what}`), when: formatMoment(t.lang, createdAt) })

const reasonsOf = (t: Translate, features: readonly Feature[], { notices }: NoticedThing): string[] => [
  ...new Set(notices.flatMap(({ why }) => why.map((reason) => reasonOf(t, features, reason)))),
]

/** The first unread reply, where there is one; else the thing. */
const placeOf = (path: string, { notices }: NoticedThing): string => {
  const replyId = notices.filter(({ readAt, replyId }) => readAt === null && replyId !== null).at(-1)?.replyId
  return replyId === undefined || replyId === null ? path : `/replies/${replyId}`
}

const ThingCard = ({
  t,
  features,
  kinds,
  thing,
}: Omit<NoticesPageProps, 'page' | 'ofRooms'> & { thing: NoticedThing }) => {
  const { contributionId: id, unread } = thing
  const kind = kinds.get(thing.kind)
  return (
    <ItemCard
      t={t}
      title={thing.title}
      href={placeOf(kind?.path(id, thing.title) ?? '/', thing)}
      lang={thing.lang}
      kind={kind && t(kind.label)}
      state={unread > 0 ? { label: t('notices.unread', { count: unread }), tone: 'new' } : undefined}
      meta={[thing.from, ...thing.notices.map((notice) => lineOf(t, notice))]}
      why={reasonsOf(t, features, thing)}
      action={
        unread > 0 && (
          <PostButton
            action={readPath}
            hidden={{ thing: id }}
            tone="quiet"
            small
            icon="check"
            label={t('notices.read-of', { title: thing.title })}
          >
            {t('notices.read')}
          </PostButton>
        )
      }
    />
  )
}

const Tools = ({ t, anyUnread }: { readonly t: Translate; readonly anyUnread: boolean }) => (
  <ButtonRow>
    {anyUnread && (
      <PostButton action={readPath} icon="check">
        {t('notices.read-all')}
      </PostButton>
    )}
    <ButtonLink href={settingsPath} tone="quiet" icon="settings">
      {t('notices.settings')}
    </ButtonLink>
  </ButtonRow>
)

export const NoticesPage = ({ t, features, kinds, page, ofRooms }: NoticesPageProps) => (
  <>
    <PageTitle
      t={t}
      title={t('notices.title')}
      lead={t('notices.lead')}
      action={
        <Tools
          t={t}
          anyUnread={page.items.some(({ unread }) => unread > 0) || ofRooms.some(({ readAt }) => readAt === null)}
        />
      }
    />
    <PageBody>
      {page.items.length + ofRooms.length === 0 ? (
        <EmptyState
          icon="bell"
          title={t('notices.none')}
          text={t('notices.none-text')}
          action={<ButtonLink href={settingsPath}>{t('notices.go-settings')}</ButtonLink>}
        />
      ) : (
        <ItemList
          label={t('notices.title')}
          items={[
            ...ofRooms.map((notice) => <RoomCard t={t} notice={notice} />),
            ...page.items.map((thing) => <ThingCard {...{ t, features, kinds, thing }} />),
          ]}
        />
      )}
      <Pagination t={t} page={page} href={(number) => `${noticesPath}?page=${number}`} />
    </PageBody>
  </>
)
