// All meetings of a room, what is to come first; and all minutes.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { mayWriteIn, type Room, RoomNotes, roomClass } from '../../rooms/public.tsx'
import type { Meeting, MinutesLine } from '../meeting.ts'
import { minutesPath, newMeetingPath, newMinutesPath } from '../paths.ts'
import { MeetingCard } from './meeting-card.tsx'

export interface MeetingsPageProps {
  readonly t: Translate
  readonly room: Room
  readonly coming: readonly Meeting[]
  readonly past: readonly Meeting[]
  readonly minutes: readonly MinutesLine[]
}

const Meetings = ({
  t,
  room,
  title,
  none,
  meetings,
}: Pick<MeetingsPageProps, 't' | 'room'> & { title: string; none: string; meetings: readonly Meeting[] }) => (
  <Section title={title}>
    {meetings.length === 0 && <p>{none}</p>}
    {meetings.map((meeting) => (
      <MeetingCard t={t} roomId={room.id} writable={mayWriteIn(room)} meeting={meeting} />
    ))}
  </Section>
)

export const MinutesList = ({
  t,
  roomId,
  minutes,
}: {
  t: Translate
  roomId: number
  minutes: readonly MinutesLine[]
}) => (
  <ul>
    {minutes.map(({ id, title, heldOn, lang }) => (
      <li>
        <a href={minutesPath(roomId, id)} lang={lang === t.lang ? undefined : lang}>
          {title}
        </a>{' '}
        · {formatDate(t.lang, new Date(heldOn))}
      </li>
    ))}
  </ul>
)

export const MeetingsPage = ({ t, room, coming, past, minutes }: MeetingsPageProps) => {
  const set = mayWriteIn(room) && (
    <ButtonRow>
      <ButtonLink href={newMeetingPath(room.id)} tone="primary" icon="plus" shortcut="n">
        {t('meetings.set')}
      </ButtonLink>
      <ButtonLink href={newMinutesPath(room.id)} icon="pencil">
        {t('meetings.write')}
      </ButtonLink>
    </ButtonRow>
  )
  return (
    <div class={roomClass(room)}>
      <PageTitle
        t={t}
        kind={room.name}
        title={t('meetings.title')}
        tlp="TLP:AMBER"
        audienceName={room.name}
        action={set}
      />
      <PageBody>
        <RoomNotes t={t} room={room} />
        <Meetings {...{ t, room, title: t('meetings.coming'), none: t('meetings.none-coming'), meetings: coming }} />
        <Section title={t('meetings.minutes')}>
          {minutes.length === 0 ? (
            <p>{t('meetings.none-minutes')}</p>
          ) : (
            <MinutesList t={t} roomId={room.id} minutes={minutes} />
          )}
        </Section>
        {past.length > 0 && <Meetings {...{ t, room, title: t('meetings.past'), none: '', meetings: past }} />}
      </PageBody>
    </div>
  )
}
