// One announcement, and what every kind of contribution has: files, replies, who can see it.
import type { Child } from 'hono/jsx'
import { tlpLabel } from '#kernel/audience.ts'
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonRow } from '#ui/button/button.tsx'
import { CityBadge } from '#ui/city-badge/city-badge.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { Announcement } from '../announcement.ts'
import { announcementWithdrawalPath } from '../paths.ts'
import { mayWithdrawAnnouncement } from '../permissions.ts'

export interface AnnouncementPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly announcement: Announcement
  readonly attachments: Child
  readonly discussion: Child
  readonly visibility: Child
  readonly beside: Readonly<Record<'below' | 'aside' | 'tools', Child[]>>
}

const Byline = ({ t, announcement }: Pick<AnnouncementPageProps, 't' | 'announcement'>) => (
  <CityBadge
    t={t}
    name={announcement.organisationName}
    country={announcement.country}
    href={`/members/${announcement.organisationSlug}`}
  />
)

const Withdraw = ({ t, announcement }: Pick<AnnouncementPageProps, 't' | 'announcement'>) => (
  <ConfirmStep
    label={t('announcements.withdraw')}
    question={t('announcements.withdraw-question')}
    action={announcementWithdrawalPath(announcement.id)}
    confirm={t('announcements.withdraw-confirm')}
  />
)

export const AnnouncementPage = ({
  t,
  viewer,
  announcement,
  attachments,
  discussion,
  visibility,
  beside,
}: AnnouncementPageProps) => (
  <article>
    <PageTitle
      t={t}
      kind={t(`announcements.topic-${announcement.topic}`)}
      title={announcement.title}
      lang={announcement.lang}
      tlp={announcement.audienceKind && tlpLabel(announcement.audienceKind)}
      facts={<Byline t={t} announcement={announcement} />}
      action={
        <ButtonRow>
          {mayWithdrawAnnouncement(viewer, announcement) && <Withdraw t={t} announcement={announcement} />}
          {beside.tools}
        </ButtonRow>
      }
    />
    <PageBody aside={[visibility, ...beside.aside]}>
      {announcement.endsOn !== null && (
        <p>
          <strong>{t('announcements.until', { day: formatDate(t.lang, new Date(announcement.endsOn)) })}</strong>
        </p>
      )}
      <Prose html={renderMarkdown(announcement.text)} lang={announcement.lang} />
      {beside.below}
      {attachments}
      {discussion}
    </PageBody>
  </article>
)
