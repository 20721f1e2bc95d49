// The form of one step; what was typed and refused stands in it again.
import { dayOf, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import type { Accession } from '../accession.ts'
import { type FileKey, filePath, stepPath } from '../paths.ts'
import type { TakenStep } from '../step-forms.ts'
import { StepFields } from './step-fields.tsx'

export interface StepPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly file: Accession
  readonly step: TakenStep
  readonly fileKey: FileKey
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly now: Date
  /** Bytes of one document. */
  readonly largest: number
}

const undated: readonly TakenStep[] = ['coordinator', 'withdrawal']
const withDocuments: readonly TakenStep[] = ['resolution', 'application', 'coalition', 'admission', 'refusal']
const documents = '.pdf,.docx,.odt,.png,.jpg,.jpeg'

const Documents = ({ t, issues, largest }: StepPageProps) => (
  <FileField
    t={t}
    name="file"
    label={t('accession.field-document')}
    hint={t('accession.hint-document', { megabytes: Math.floor(largest / 1_048_576) })}
    issues={issues}
    multiple
    accept={documents}
    maximumBytes={largest}
  />
)

const Day = ({ t, step, typed, issues, now }: StepPageProps) => {
  const value = typed['day'] ?? (step === 'admission' ? dayOf(now) : '')
  return <DateField t={t} name="day" label={t(`accession.day-${step}`)} value={value} issues={issues} required />
}

const Note = ({ t, step, typed, issues }: StepPageProps) => {
  const required = step === 'refusal' || step === 'coalition'
  const words = { name: 'note', label: t(`accession.note-${step}`), value: typed['note'] }
  return <TextArea t={t} issues={issues} {...words} rows={3} maxlength={2000} required={required} />
}

const Buttons = ({ t, file, step, fileKey }: StepPageProps) => (
  <ButtonRow>
    <Button tone={step === 'refusal' || step === 'withdrawal' ? 'danger' : 'primary'}>
      {t(`accession.do-${step}`)}
    </Button>
    <ButtonLink href={filePath(file.id, fileKey)} tone="quiet">
      {t('accession.cancel')}
    </ButtonLink>
  </ButtonRow>
)

export const StepPage = (props: StepPageProps) => {
  const { t, file, step, fileKey, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t(`accession.take-${step}`)} lead={t(`accession.take-${step}-lead`)} />
      <PageBody>
        <Form t={t} action={stepPath(file.id, step, fileKey)} multipart={withDocuments.includes(step)}>
          {!undated.includes(step) && <Day {...props} />}
          <StepFields {...props} />
          <Note {...props} />
          {withDocuments.includes(step) && <Documents {...props} />}
          <Buttons {...props} />
        </Form>
      </PageBody>
    </>
  )
}
