// The story along SARA: scanning and analysis, response, assessment; and what others can learn from it.
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { emmieNames, evidenceLevels, isNeeded, type PartName } from '../practice.ts'
import type { FormFields } from './form-fields.ts'

const Words = ({ t, typed, issues, name, rows = 5 }: FormFields & { name: PartName; rows?: number }) => (
  <RichTextArea
    t={t}
    name={name}
    label={t(`practices.part-${name}`)}
    hint={t(`practices.hint-${name}`)}
    value={typed[name]}
    issues={issues}
    rows={rows}
    lang={String(typed['lang'] ?? t.lang)}
    needed={isNeeded(name) ? t('practices.needed') : undefined}
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
    needed={t('practices.needed')}
    label={t('practices.field-evidence')}
    hint={t('practices.hint-evidence')}
    value={typed['evidence']}
    issues={issues}
    choices={evidenceLevels.map((level) => ({ value: String(level), label: t(`practices.evidence-${level}`) }))}
  />
)

const MeasuredWhen = ({ t, typed, issues }: FormFields) => (
  <TextField
    t={t}
    name="measuredWhen"
    label={t('practices.field-measured-when')}
    hint={t('practices.hint-measured-when')}
    value={typed['measuredWhen']}
    issues={issues}
    maxlength={200}
  />
)

export const ProblemFields = (fields: FormFields) => (
  <>
    <Words {...fields} name="problem" rows={6} />
    <Words {...fields} name="analysis" />
  </>
)

export const ResponseFields = (fields: FormFields) => (
  <>
    <Words {...fields} name="response" rows={8} />
    <Words {...fields} name="partners" rows={3} />
    <Years {...fields} />
    <Words {...fields} name="cost" rows={2} />
    <Words {...fields} name="staff" rows={2} />
  </>
)

/** What came of it and how sure one can be first; whoever measured says what and when. */
export const ResultsFields = (fields: FormFields) => (
  <>
    <Words {...fields} name="results" />
    <Evidence {...fields} />
    <Words {...fields} name="effect" rows={2} />
    <Words {...fields} name="measured" rows={2} />
    <MeasuredWhen {...fields} />
    <Words {...fields} name="evaluation" rows={3} />
  </>
)

const furtherNames = emmieNames.filter((name) => name !== 'effect')

export const LessonsFields = (fields: FormFields) => (
  <>
    <Words {...fields} name="lessons" rows={4} />
    <Words {...fields} name="transfer" rows={4} />
    <details class="emmie" open={furtherNames.some((name) => fields.typed[name])}>
      <summary>{fields.t('practices.emmie')}</summary>
      <p>{fields.t('practices.emmie-text')}</p>
      {furtherNames.map((name) => (
        <Words {...fields} name={name} rows={3} />
      ))}
    </details>
  </>
)
