// One meeting: when in its own time zone, where, and what may be done with it.
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { Section } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import { clockIn, formatWhen, type Meeting, networkZone } from '../meeting.ts'
import { meetingPath, newMinutesPath } from '../paths.ts'

export interface MeetingCardProps {
  readonly t: Translate
  readonly roomId: number
  readonly writable: boolean
  readonly meeting: Meeting
}

const Acts = ({ t, roomId, meeting }: MeetingCardProps) => {
  const called = meeting.cancelledAt !== null
  return (
    <ButtonRow>
      <ButtonLink href={newMinutesPath(roomId, meeting.id)} small icon="pencil">
        {t('meetings.write')}
      </ButtonLink>
      <ButtonLink href={meetingPath(roomId, meeting.id, 'edit')} small tone="quiet">
        {t('meetings.change')}
      </ButtonLink>
      <PostButton
        action={meetingPath(roomId, meeting.id, called ? 'cancellation/end' : 'cancellation')}
        small
        tone="quiet"
      >
        {t(called ? 'meetings.takes-place' : 'meetings.call-off')}
      </PostButton>
    </ButtonRow>
  )
}

export const MeetingCard = (props: MeetingCardProps) => {
  const { t, writable, meeting } = props
  const until = meeting.to === '' ? '' : `–${meeting.to}`
  return (
    <Section title={meeting.title} level={3}>
      {meeting.cancelledAt !== null && <StateMark label={t('meetings.called-off')} tone="danger" />}
      <FactsList
        facts={[
          { term: t('meetings.when'), value: `${formatWhen(t.lang, meeting)} · ${meeting.from}${until}` },
          {
            term: t('meetings.network-time'),
            value: clockIn(networkZone, meeting) === meeting.from ? null : formatMoment(t.lang, meeting.startsAt),
          },
          { term: t('meetings.field-place'), value: meeting.place },
          {
            term: t('meetings.field-link'),
            value: meeting.link !== '' && (
              <a href={meeting.link} rel="noopener noreferrer">
                {meeting.link}
              </a>
            ),
          },
        ]}
      />
      {meeting.notes !== '' && <Prose html={renderMarkdown(meeting.notes)} lang={t.lang} />}
      <p>
        <a href={meetingPath(props.roomId, meeting.id, 'calendar.ics')}>{t('meetings.take-along')}</a>
      </p>
      {writable && <Acts {...props} />}
    </Section>
  )
}
