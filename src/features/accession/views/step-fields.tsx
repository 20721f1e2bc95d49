// What one step asks beyond its day, a note and its documents.
import type { Child } from 'hono/jsx'
import { dayOf } from '#kernel/locale.ts'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { latest, usualEffectiveDay } from '../accession.ts'
import { LineField } from './line-field.tsx'
import type { StepPageProps } from './step-page.tsx'

const ResolutionFields = (props: StepPageProps) => {
  const { t, typed, issues } = props
  const uncounted = { name: 'uncounted', label: t('accession.uncounted'), checked: typed['uncounted'] !== undefined }
  return (
    <>
      {(['for', 'against', 'abstained'] as const).map((name) => (
        <LineField form={props} name={name} label={`votes-${name}`} needed={t('accession.unless-uncounted')} figure />
      ))}
      <CheckField t={t} issues={issues} {...uncounted} />
      <LineField form={props} name="proposedBy" label="field-proposed-by" hint="hint-proposed-by" maxlength={200} />
    </>
  )
}

const CoalitionFields = ({ t, typed, issues }: StepPageProps) => (
  <ChoiceField
    t={t}
    name="promised"
    label={t('accession.field-promised')}
    value={typed['promised']}
    issues={issues}
    choices={(['exists', 'promised'] as const).map((value) => ({ value, label: t(`accession.choice-${value}`) }))}
    required
  />
)

const CoordinatorFields = (props: StepPageProps) => {
  const { contactName, contactEmail } = props.file
  const email = { name: 'personEmail', label: 'field-email', hint: 'hint-coordinator', value: contactEmail }
  return (
    <>
      <LineField
        form={props}
        name="personName"
        label="field-coordinator"
        value={contactName}
        maxlength={120}
        required
      />
      <LineField form={props} {...email} type="email" required />
    </>
  )
}

const AdmissionFields = (props: StepPageProps) => {
  const { t, file, typed, issues, now } = props
  const coordinator = latest(file, 'coordinator')
  const name = coordinator?.personName ?? file.contactName
  const email = coordinator?.personEmail ?? file.contactEmail
  const effective = { name: 'effective', value: typed['effective'] ?? usualEffectiveDay(dayOf(now)) }
  const words = { label: t('accession.field-effective'), hint: t('accession.hint-effective') }
  return (
    <>
      <DateField t={t} issues={issues} {...effective} {...words} required />
      {file.organisationId === null ? (
        <LineField form={props} name="name" label="field-register-name" value={file.name} maxlength={200} required />
      ) : (
        <input type="hidden" name="name" value={file.name} />
      )}
      <Notice>
        <p>{t('accession.admission-follows', { name, email })}</p>
      </Notice>
    </>
  )
}

const fields: Partial<Record<StepPageProps['step'], (props: StepPageProps) => Child>> = {
  resolution: ResolutionFields,
  coalition: CoalitionFields,
  coordinator: CoordinatorFields,
  admission: AdmissionFields,
}
export const StepFields = (props: StepPageProps): Child => {
  const Fields = fields[props.step]
  return Fields === undefined ? null : Fields(props)
}
