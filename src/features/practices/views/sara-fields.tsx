// The story along SARA: scanning and analysis, response, assessment.
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { emmieNames, evidenceLevels, type PartName } from '../practice.ts'
import type { FormFields } from './form-fields.ts'

const Words = ({ t, typed, issues, name, rows = 5 }: FormFields & { name: PartName; rows?: number }) => (
  <TextArea
    t={t}
    name={name}
    label={t(`practices.part-${name}`)}
    hint={t(`practices.hint-${name}`)}
    value={typed[name]}
    issues={issues}
    rows={rows}
  />
)

const Years = ({ t, typed, issues }: FormFields) => (
  <>
    <TextField
      t={t}
      name="yearStart"
      label={t('practices.field-year-start')}
      value={typed['yearStart']}
      issues={issues}
      width="short"
      inputmode="numeric"
    />
    <TextField
      t={t}
      name="yearEnd"
      label={t('practices.field-year-end')}
      hint={t('practices.hint-year-end')}
      value={typed['yearEnd']}
      issues={issues}
      width="short"
      inputmode="numeric"
    />
  </>
)

const Evidence = ({ t, typed, issues }: FormFields) => (
  <ChoiceField
    t={t}
    name="evidence"
    label={t('practices.field-evidence')}
    hint={t('practices.hint-evidence')}
    value={typed['evidence']}
    issues={issues}
    choices={evidenceLevels.map((level) => ({ value: String(level), label: t(`practices.evidence-${level}`) }))}
  />
)

export const SaraFields = (fields: FormFields) => (
  <>
    <FieldSet legend={fields.t('practices.sara-scanning')}>
      <Words {...fields} name="problem" />
      <Words {...fields} name="analysis" rows={4} />
    </FieldSet>
    <FieldSet legend={fields.t('practices.sara-response')}>
      <Words {...fields} name="response" rows={7} />
      <Words {...fields} name="partners" rows={3} />
      <Years {...fields} />
      <Words {...fields} name="cost" rows={2} />
      <Words {...fields} name="staff" rows={2} />
    </FieldSet>
    <FieldSet legend={fields.t('practices.sara-assessment')}>
      <Words {...fields} name="results" />
      <Evidence {...fields} />
      <Words {...fields} name="evaluation" rows={3} />
      <Words {...fields} name="lessons" rows={3} />
      <Words {...fields} name="transfer" rows={3} />
    </FieldSet>
    <details class="emmie" open={emmieNames.some((name) => fields.typed[name])}>
      <summary>{fields.t('practices.emmie')}</summary>
      <p>{fields.t('practices.emmie-text')}</p>
      {emmieNames.map((name) => (
        <Words {...fields} name={name} rows={3} />
      ))}
    </details>
  </>
)
