// The form in which a thread is opened.
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { inRoom, roomPath } from '../paths.ts'
import type { Room } from '../room.ts'
import { RoomNotes } from './room-notes.tsx'

export interface ThreadFormProps {
  readonly t: Translate
  readonly room: Room
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with the form, so that a double click opens one thread. */
  readonly once: string
}

const Fields = ({ t, typed, issues }: ThreadFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'title', label: t('rooms.field-title'), value: typed['title'] }}
      maxlength={200}
      required
    />
    <RichTextArea
      {...{ t, issues, name: 'text', label: t('rooms.field-text'), value: typed['text'] }}
      rows={8}
      maxlength={20_000}
      required
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('rooms.field-text-lang'), value: typed['lang'] }}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
  </>
)

export const ThreadForm = (props: ThreadFormProps) => {
  const { t, room, issues, once } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('rooms.thread-open')} kind={room.name} tlp="TLP:AMBER" audienceName={room.name} />
      <PageBody>
        <RoomNotes t={t} room={room} />
        <Form t={t} action={inRoom(room.id, 'threads')} hidden={{ once }} label={t('rooms.thread-open')}>
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary" icon="send">
              {t('rooms.thread-send')}
            </Button>
            <ButtonLink href={roomPath(room.id, room.name)}>{t('rooms.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
