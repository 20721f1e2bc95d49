// The form with which a document is brought into a room; and the field for a further version.
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { inRoom, type Room, RoomNotes, roomPath } from '../../rooms/public.tsx'
import { versionsPath } from '../paths.ts'

interface FormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Bytes. */
  readonly largest: number
  /** Goes with the form, so that a double click brings one document. */
  readonly once: string
}
export interface DocumentFormProps extends FormProps {
  readonly room: Room
}
export interface VersionFormProps extends FormProps {
  readonly id: number
}

const File = ({ t, issues, largest }: FormProps) => (
  <FileField
    {...{ t, issues, name: 'file', label: t('documents.field-file'), hint: t('discussion.attach-hint') }}
    maximumBytes={largest}
    required
  />
)

export const DocumentForm = (props: DocumentFormProps) => {
  const { t, room, typed, issues, once } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('documents.add')} kind={room.name} tlp="TLP:AMBER" audienceName={room.name} />
      <PageBody>
        <RoomNotes t={t} room={room} />
        <Form t={t} action={inRoom(room.id, 'documents')} hidden={{ once }} label={t('documents.add')} multipart>
          <TextField
            {...{ t, issues, name: 'title', label: t('documents.field-title'), value: typed['title'] }}
            maxlength={200}
            required
          />
          <TextArea
            {...{ t, issues, name: 'summary', label: t('documents.field-summary'), value: typed['summary'] }}
            rows={3}
            maxlength={1000}
          />
          <File {...props} />
          <SelectField
            {...{ t, issues, name: 'lang', label: t('documents.field-lang'), value: typed['lang'] }}
            options={languageChoices(t.lang, textLanguages)}
            required
          />
          <ButtonRow>
            <Button tone="primary" icon="upload">
              {t('documents.send')}
            </Button>
            <ButtonLink href={roomPath(room.id, room.name)}>{t('documents.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}

export const VersionForm = (props: VersionFormProps) => {
  const { t, id, typed, issues, once } = props
  return (
    <Form t={t} action={versionsPath(id)} hidden={{ once }} label={t('documents.add-version')} multipart>
      <File {...props} />
      <TextField
        {...{ t, issues, name: 'said', label: t('documents.field-said'), value: typed['said'] }}
        maxlength={300}
        required
      />
      <Button icon="upload">{t('documents.add-version')}</Button>
    </Form>
  )
}
