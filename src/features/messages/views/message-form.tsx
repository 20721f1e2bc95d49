// The form in which one writes to somebody.
import { languageChoices, type Translate, textLanguages } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { PersonLine } from '#ui/person-line/person-line.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import type { Correspondent, OwnHindrance } from '../message.ts'
import { memberPath, messagesPath, personPath } from '../paths.ts'
import { OwnHindranceNote } from './own-hindrance.tsx'

export interface MessageFormProps {
  readonly t: Translate
  readonly reader: Correspondent
  readonly hindrance: OwnHindrance | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Goes with the form, so that a double click sends one message. */
  readonly once: string
  /** Bytes that one file may have. */
  readonly largest: number
}

const Fields = ({ t, typed, issues, largest }: MessageFormProps) => (
  <>
    <TextField
      {...{ t, issues, name: 'title', label: t('messages.field-title'), value: typed['title'] }}
      maxlength={200}
      required
    />
    <RichTextArea
      {...{ t, issues, name: 'text', label: t('messages.field-text'), value: typed['text'] }}
      rows={8}
      maxlength={20_000}
      required
    />
    <SelectField
      {...{ t, issues, name: 'lang', label: t('messages.field-lang'), value: typed['lang'] }}
      options={languageChoices(t.lang, textLanguages)}
      required
    />
    <FileField
      {...{ t, issues, name: 'files', label: t('messages.field-files'), hint: t('discussion.attach-hint') }}
      maximumBytes={largest}
      multiple
    />
  </>
)

/** Whatever the reason, there is another way to the city: a refusal of one person must not shut out a town's business. */
const OtherWay = ({ t, reader, hindrance, issues }: MessageFormProps) =>
  hindrance !== undefined ? (
    <OwnHindranceNote t={t} hindrance={hindrance} other={reader} />
  ) : issues.some(({ message }) => message === 'messages.refusal-undeliverable') ? (
    <Notice tone="warning" title={t('messages.undeliverable')}>
      <p>{t('messages.other-way')}</p>
      <p>
        <a href={memberPath(reader.organisationSlug)}>{reader.organisationName}</a>
      </p>
    </Notice>
  ) : null

export const MessageForm = (props: MessageFormProps) => {
  const { t, reader, issues, once } = props
  const to = { name: reader.name, href: personPath(reader.slug), memberName: reader.organisationName }
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        title={t('messages.write-to', { name: reader.name })}
        tlp="TLP:RED"
        lead={t('messages.write-lead', { name: reader.name })}
        facts={<PersonLine {...to} memberHref={memberPath(reader.organisationSlug)} />}
      />
      <PageBody>
        <OtherWay {...props} />
        <Form t={t} action={messagesPath} hidden={{ once, to: reader.slug }} label={t('messages.write')} multipart>
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary" icon="send">
              {t('messages.send')}
            </Button>
            <ButtonLink href={personPath(reader.slug)}>{t('messages.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
