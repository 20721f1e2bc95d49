// Saying that one is away: on one's own profile, and alone where something in it cannot be.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { OwnAbsence } from '../absence.ts'
import { absenceEndPath, absencePath } from '../paths.ts'
import { noonOf } from './absence-note.tsx'

export interface AbsenceFormProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly colleagues: readonly { readonly id: number; readonly name: string }[]
  readonly today: string
  readonly own: OwnAbsence | undefined
}

const Days = ({ t, typed, issues, today }: AbsenceFormProps) => (
  <>
    <DateField
      t={t}
      name="awaySince"
      label={t('absences.field-since')}
      value={typed['awaySince'] ?? today}
      issues={issues}
    />
    <DateField
      t={t}
      name="awayUntil"
      label={t('absences.field-until')}
      value={typed['awayUntil']}
      issues={issues}
      min={today}
      required
    />
  </>
)

const Fields = (props: AbsenceFormProps) => {
  const { t, typed, issues, colleagues, own } = props
  return (
    <>
      {own !== undefined && (
        <p>
          {t('absences.own', {
            since: formatDate(t.lang, noonOf(own.since)),
            until: formatDate(t.lang, noonOf(own.until)),
          })}
        </p>
      )}
      <Form t={t} action={absencePath} label={t('absences.title')}>
        <Days {...props} />
        <SelectField
          t={t}
          name="substitute"
          label={t('absences.field-substitute')}
          hint={colleagues.length === 0 ? t('absences.no-colleagues') : undefined}
          value={typed['substitute']}
          issues={issues}
          empty={t('absences.nobody')}
          options={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <ButtonRow>
          <Button>{t('absences.save')}</Button>
        </ButtonRow>
      </Form>
      {own !== undefined && (
        <PostButton action={absenceEndPath} tone="quiet" small>
          {t('absences.end')}
        </PostButton>
      )}
    </>
  )
}

export const AbsenceForm = (props: AbsenceFormProps) => (
  <Section title={props.t('absences.title')} id="absence">
    <p>{props.t('absences.lead')}</p>
    <Fields {...props} />
  </Section>
)

export const AbsencePage = (props: AbsenceFormProps) => (
  <>
    <ErrorSummary t={props.t} issues={props.issues} />
    <PageTitle t={props.t} title={props.t('absences.title')} lead={props.t('absences.lead')} />
    <PageBody>
      <Fields {...props} />
    </PageBody>
  </>
)
