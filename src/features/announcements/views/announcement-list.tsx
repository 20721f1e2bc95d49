// The list of announcements, newest first.
import { tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { PageTitle } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { announcementPath, announcementsPath, newAnnouncementPath } from '../paths.ts'
import { mayPublishAnnouncement } from '../permissions.ts'
import type { AnnouncementLine } from '../store.ts'

export const AnnouncementCard = ({ t, line }: { t: Translate; line: AnnouncementLine }) => (
  <ItemCard
    t={t}
    title={line.title}
    href={announcementPath(line.id, line.title)}
    lang={line.lang}
    city={{ name: line.organisationName, country: line.country, href: `/members/${line.organisationSlug}` }}
    kind={t(`announcements.topic-${line.topic}`)}
    meta={[line.endsOn && t('announcements.until', { day: formatDate(t.lang, new Date(line.endsOn)) })]}
    tlp={tlpLabel(line.audienceKind)}
  />
)

export interface AnnouncementListProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly page: PageOf<AnnouncementLine>
}

export const AnnouncementList = ({ t, viewer, page }: AnnouncementListProps) => {
  const write = mayPublishAnnouncement(viewer) && (
    <ButtonLink href={newAnnouncementPath} tone="primary" icon="plus" shortcut="n">
      {t('announcements.write')}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle t={t} title={t('announcements.title')} lead={t('announcements.lead')} action={write} />
      {page.items.length === 0 ? (
        <EmptyState title={t('announcements.none')} icon="file-text" />
      ) : (
        <ItemList
          label={t('announcements.title')}
          items={page.items.map((line) => <AnnouncementCard t={t} line={line} />)}
        />
      )}
      <Pagination t={t} page={page} href={(number) => `${announcementsPath}?page=${number}`} />
    </>
  )
}
