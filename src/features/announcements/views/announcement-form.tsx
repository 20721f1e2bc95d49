// The form in which an announcement is written.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import { languageChoices, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { TlpLabel } from '#ui/tlp-label/tlp-label.tsx'
import { announcementsPath } from '../paths.ts'
import { TopicFields } from './topic-fields.tsx'

export interface AnnouncementFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly audiences: readonly Audience[]
  /** Goes with the form, so that a double click announces once. */
  readonly once: string
}

const WhoCanSee = ({ t, typed, issues, audiences }: AnnouncementFormProps) => (
  <ChoiceField
    t={t}
    name="audience"
    label={t('announcements.field-audience')}
    value={typed['audience']}
    issues={issues}
    choices={audiences.map(({ id, kind, name }) => ({
      value: String(id),
      label: <TlpLabel t={t} label={tlpLabel(kind)} audienceName={name} />,
      hint: t(`discussion.who-${kind}`, { name: name ?? '' }),
    }))}
    required
  />
)

const Words = ({ t, typed, issues }: AnnouncementFormProps) => (
  <>
    <TextField
      t={t}
      name="title"
      label={t('announcements.field-title')}
      value={typed['title']}
      issues={issues}
      maxlength={200}
      required
    />
    <TextArea
      t={t}
      name="text"
      label={t('announcements.field-text')}
      value={typed['text']}
      issues={issues}
      rows={8}
      maxlength={20_000}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('announcements.field-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, languages)}
      required
    />
  </>
)

export const AnnouncementForm = (props: AnnouncementFormProps) => {
  const { t, issues } = props
  return (
    <>
      <PageTitle t={t} title={t('announcements.write')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        <Form t={t} action={announcementsPath} hidden={{ once: props.once }} label={t('announcements.write')}>
          <Words {...props} />
          <TopicFields {...props} />
          <WhoCanSee {...props} />
          <ButtonRow>
            <Button tone="primary" icon="send">
              {t('announcements.publish')}
            </Button>
            <ButtonLink href={announcementsPath}>{t('announcements.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
