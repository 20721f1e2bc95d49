// The form of a meeting: what, when and in which time zone, where or by which link.
import type { Child } from 'hono/jsx'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { zones } from '#kernel/zones.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { type Room, RoomNotes } from '../../rooms/public.tsx'
import type { Meeting } from '../meeting.ts'
import { meetingPath, meetingsPath } from '../paths.ts'

export interface MeetingFormProps {
  readonly t: Translate
  readonly room: Room
  readonly title: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Undefined for a new one. */
  readonly meeting: Meeting | undefined
  readonly once: string
  /** What somebody else saved meanwhile. */
  readonly meanwhile?: Child
}

const When = ({ t, typed, issues }: MeetingFormProps) => (
  <>
    <DateField {...{ t, issues, name: 'day', label: t('meetings.field-day'), value: typed['day'] }} required />
    <TextField
      {...{
        t,
        issues,
        name: 'from',
        label: t('meetings.field-from'),
        hint: t('meetings.hint-time'),
        value: typed['from'],
      }}
      width="short"
      maxlength={5}
      required
    />
    <TextField
      {...{ t, issues, name: 'to', label: t('meetings.field-to'), value: typed['to'] }}
      width="short"
      maxlength={5}
    />
    <SelectField
      {...{ t, issues, name: 'zone', label: t('meetings.field-zone'), value: typed['zone'] }}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      required
    />
  </>
)

const Where = ({ t, typed, issues }: MeetingFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'place', label: t('meetings.field-place'), value: typed['place'] }}
      maxlength={300}
    />
    <TextField
      {...{
        t,
        issues,
        name: 'link',
        label: t('meetings.field-link'),
        hint: t('meetings.hint-link'),
        value: typed['link'],
      }}
      type="url"
      maxlength={1000}
    />
    <TextArea
      {...{ t, issues, name: 'notes', label: t('meetings.field-notes'), value: typed['notes'] }}
      rows={4}
      maxlength={5000}
    />
  </>
)

export const MeetingForm = (props: MeetingFormProps) => {
  const { t, room, title, typed, issues, meeting, once, meanwhile } = props
  const action = meeting === undefined ? meetingsPath(room.id) : meetingPath(room.id, meeting.id)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} kind={room.name} />
      <PageBody>
        <RoomNotes t={t} room={room} />
        {meanwhile}
        <Form t={t} action={action} hidden={{ once, revision: String(typed['revision'] ?? 0) }} label={title}>
          <TextField
            {...{ t, issues, name: 'title', label: t('meetings.field-title'), value: typed['title'] }}
            maxlength={200}
            required
          />
          <When {...props} />
          <Where {...props} />
          <ButtonRow>
            <Button tone="primary" icon="check">
              {t('meetings.save')}
            </Button>
            <ButtonLink href={meetingsPath(room.id)}>{t('meetings.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
