// Aside on the page of a room: the next meetings, the last minutes.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Section } from '#ui/page/page.tsx'
import { formatWhen, type Meeting, type MinutesLine } from '../meeting.ts'
import { meetingsPath, newMeetingPath } from '../paths.ts'
import { MinutesList } from './meetings-page.tsx'

export interface NextMeetingsProps {
  readonly t: Translate
  readonly roomId: number
  readonly writable: boolean
  readonly coming: readonly Meeting[]
  readonly minutes: readonly MinutesLine[]
}

export const NextMeetings = ({ t, roomId, writable, coming, minutes }: NextMeetingsProps) => (
  <Section title={t('meetings.title')} level={3} action={<a href={meetingsPath(roomId)}>{t('meetings.all')}</a>}>
    {coming.length === 0 && <p>{t('meetings.none-coming')}</p>}
    <ul>
      {coming.map((meeting) => (
        <li>
          <a href={meetingsPath(roomId)}>{meeting.title}</a>
          <br />
          {meeting.cancelledAt === null ? formatWhen(t.lang, meeting) : t('meetings.called-off')}
        </li>
      ))}
    </ul>
    {minutes.length > 0 && <p>{t('meetings.minutes')}</p>}
    {minutes.length > 0 && <MinutesList t={t} roomId={roomId} minutes={minutes} />}
    {writable && (
      <ButtonLink href={newMeetingPath(roomId)} icon="calendar-days" small>
        {t('meetings.set')}
      </ButtonLink>
    )}
  </Section>
)
