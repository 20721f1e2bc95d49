// The form of minutes; decisions and tasks are written down on their page, one by one.
import type { Child } from 'hono/jsx'
import { formatDate, languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { type Room, RoomNotes } from '../../rooms/public.tsx'
import type { Meeting, Minutes } from '../meeting.ts'
import { meetingsPath, minutesListPath, minutesPath } from '../paths.ts'

export interface MinutesFormProps {
  readonly t: Translate
  readonly room: Room
  readonly title: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly meetings: readonly Meeting[]
  /** Undefined for new ones. */
  readonly minutes: Minutes | undefined
  readonly once: string
  /** What somebody else saved meanwhile. */
  readonly meanwhile?: Child
}

const Fields = ({ t, typed, issues, meetings }: MinutesFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'title', label: t('meetings.field-title'), value: typed['title'] }}
      maxlength={200}
      required
    />
    <DateField {...{ t, issues, name: 'heldOn', label: t('meetings.field-day'), value: typed['heldOn'] }} required />
    <SelectField
      {...{ t, issues, name: 'meeting', label: t('meetings.field-meeting'), value: typed['meeting'] }}
      empty={t('meetings.no-meeting')}
      options={meetings.map(({ id, title, day }) => ({
        value: String(id),
        label: `${title} · ${formatDate(t.lang, new Date(day))}`,
      }))}
    />
    <RichTextArea
      {...{
        t,
        issues,
        name: 'text',
        label: t('meetings.field-text'),
        hint: t('meetings.hint-text'),
        value: typed['text'],
      }}
      rows={12}
      maxlength={50_000}
      required
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('meetings.field-lang'), value: typed['lang'] }}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
  </>
)

export const MinutesForm = (props: MinutesFormProps) => {
  const { t, room, title, typed, issues, minutes, once, meanwhile } = props
  const action = minutes === undefined ? minutesListPath(room.id) : minutesPath(room.id, minutes.id)
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} kind={room.name} />
      <PageBody>
        <RoomNotes t={t} room={room} />
        {meanwhile}
        <Form t={t} action={action} hidden={{ once, revision: String(typed['revision'] ?? 0) }} label={title}>
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary" icon="check">
              {t('meetings.save')}
            </Button>
            <ButtonLink href={minutes === undefined ? meetingsPath(room.id) : action}>
              {t('meetings.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
