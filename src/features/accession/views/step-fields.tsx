// What one step asks beyond its day, a note and its documents.
import type { Child } from 'hono/jsx'
import { dayOf } from '#kernel/locale.ts'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { latest, usualEffectiveDay } from '../accession.ts'
import type { StepPageProps } from './step-page.tsx'

const ResolutionFields = ({ t, typed, issues }: StepPageProps) => (
  <>
    {(['for', 'against', 'abstained'] as const).map((name) => (
      <TextField
        t={t}
        name={name}
        label={t(`accession.votes-${name}`)}
        value={typed[name]}
        issues={issues}
        inputmode="numeric"
        width="short"
        needed={t('accession.unless-uncounted')}
      />
    ))}
    <CheckField
      t={t}
      name="uncounted"
      label={t('accession.uncounted')}
      checked={typed['uncounted'] !== undefined}
      issues={issues}
    />
    <TextField
      t={t}
      name="proposedBy"
      label={t('accession.field-proposed-by')}
      hint={t('accession.hint-proposed-by')}
      value={typed['proposedBy']}
      issues={issues}
      maxlength={200}
    />
  </>
)

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

const CoordinatorFields = ({ t, file, typed, issues }: StepPageProps) => (
  <>
    <TextField
      t={t}
      name="personName"
      label={t('accession.field-coordinator')}
      value={typed['personName'] ?? file.contactName}
      issues={issues}
      maxlength={120}
      required
    />
    <TextField
      t={t}
      name="personEmail"
      label={t('accession.field-email')}
      hint={t('accession.hint-coordinator')}
      value={typed['personEmail'] ?? file.contactEmail}
      issues={issues}
      type="email"
      required
    />
  </>
)

const AdmissionFields = ({ t, file, typed, issues, now }: StepPageProps) => {
  const coordinator = latest(file, 'coordinator')
  return (
    <>
      <DateField
        t={t}
        name="effective"
        label={t('accession.field-effective')}
        hint={t('accession.hint-effective')}
        value={typed['effective'] ?? usualEffectiveDay(dayOf(now))}
        issues={issues}
        required
      />
      {file.organisationId === null ? (
        <TextField
          t={t}
          name="name"
          label={t('accession.field-register-name')}
          value={typed['name'] ?? file.name}
          issues={issues}
          maxlength={200}
          required
        />
      ) : (
        <input type="hidden" name="name" value={file.name} />
      )}
      <Notice>
        <p>
          {t('accession.admission-follows', {
            name: coordinator?.personName ?? file.contactName,
            email: coordinator?.personEmail ?? file.contactEmail,
          })}
        </p>
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
