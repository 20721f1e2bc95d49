// The form in which a practice is told; every part may wait until publishing.
import type { Audience } from '#kernel/audience.ts'
import { tlpLabel } from '#kernel/audience.ts'
import { languageName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { conceptLabel, narrowerOf, topConcepts } from '#thesaurus/vocabulary.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { CheckField, CheckList } from '#ui/check-field/check-field.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { evidenceLevels, type PartName } from '../practice.ts'

export interface PracticeFormProps {
  readonly t: Translate
  readonly title: string
  readonly action: string
  readonly cancel: string
  readonly typed: Typed
  readonly issues?: readonly Issue[] | undefined
  readonly audiences: readonly Audience[]
  /** Concepts that the text itself suggests. */
  readonly proposed?: readonly string[]
}

const textLanguages = 'de en fr es it nl pt pl ca cs da el fi hr hu lt lv no ro sl sv'.split(' ')

const Words = ({ t, typed, issues, name, rows = 5 }: Fields & { name: PartName; rows?: number }) => (
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
type Fields = Pick<PracticeFormProps, 't' | 'typed' | 'issues'>

const Beginning = (fields: Fields) => {
  const { t, typed, issues } = fields
  return (
    <>
      <TextField
        t={t}
        name="title"
        label={t('practices.field-title')}
        hint={t('practices.hint-title')}
        value={typed['title']}
        issues={issues}
        maxlength={200}
        required
      />
      <TextArea
        t={t}
        name="summary"
        label={t('practices.field-summary')}
        hint={t('practices.hint-summary')}
        value={typed['summary']}
        issues={issues}
        rows={3}
        maxlength={400}
      />
      <SelectField
        t={t}
        name="lang"
        label={t('practices.field-lang')}
        value={typed['lang']}
        issues={issues}
        options={textLanguages.map((code) => ({ value: code, label: languageName(t.lang, code) }))}
        required
      />
    </>
  )
}

const Sara = (fields: Fields) => (
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
  </>
)

const Years = ({ t, typed, issues }: Fields) => (
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

const Evidence = ({ t, typed, issues }: Fields) => (
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

const chosen = (typed: Typed): readonly string[] => {
  const value = typed['concepts'] ?? []
  return typeof value === 'string' ? [value] : value
}

/** Proposed and chosen ones first; all others by field of action, folded. */
const Concepts = ({ t, typed, issues, proposed = [] }: Fields & Pick<PracticeFormProps, 'proposed'>) => {
  const values = chosen(typed)
  const first = [...new Set([...values, ...proposed])]
  const choiceOf = (slug: string) => ({ value: slug, label: conceptLabel(slug, t.lang) })
  const rest = (top: string) => [top, ...narrowerOf(top)].filter((slug) => !first.includes(slug))
  return (
    <FieldSet legend={t('practices.field-concepts')}>
      {first.length > 0 && (
        <CheckList
          t={t}
          name="concepts[]"
          id="concepts"
          label={t('practices.concepts-near')}
          values={values}
          choices={first.map(choiceOf)}
          issues={issues}
          columns
        />
      )}
      {topConcepts().map((top) => (
        <details class="concept-group">
          <summary>{conceptLabel(top, t.lang)}</summary>
          <CheckList
            t={t}
            name="concepts[]"
            id={`concepts-${top}`}
            label={conceptLabel(top, t.lang)}
            values={values}
            choices={rest(top).map(choiceOf)}
            columns
          />
        </details>
      ))}
    </FieldSet>
  )
}

const audienceLabel = (t: Translate, { kind, name }: Audience): string =>
  `${t(`practices.audience-${kind}`)}${name === null ? '' : `: ${name}`} (${tlpLabel(kind)})`

const WhoCanSee = ({ t, typed, issues, audiences }: Fields & Pick<PracticeFormProps, 'audiences'>) => (
  <FieldSet legend={t('practices.sara-audience')}>
    <SelectField
      t={t}
      name="audience"
      label={t('practices.field-audience')}
      hint={t('practices.hint-audience')}
      value={typed['audience']}
      issues={issues}
      options={[
        ...audiences.map((audience) => ({ value: String(audience.id), label: audienceLabel(t, audience) })),
        { value: 'persons', label: audienceLabel(t, { id: 0, kind: 'persons', name: t('practices.persons-new') }) },
      ]}
      required
    />
    <TextArea
      t={t}
      name="persons"
      label={t('practices.field-persons')}
      hint={t('practices.hint-persons')}
      value={typed['persons']}
      issues={issues}
      rows={2}
    />
    {issues?.some((issue) => issue.field === 'widen') && (
      <CheckField t={t} name="widen" value="yes" label={t('practices.field-widen')} issues={issues} required />
    )}
  </FieldSet>
)

export const PracticeForm = (props: PracticeFormProps) => {
  const { t, title, action, cancel, typed, issues, audiences } = props
  const fields = { t, typed, issues }
  return (
    <>
      <PageTitle t={t} title={title} lead={t('practices.form-lead')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        <Form t={t} action={action} hidden={{ revision: String(typed['revision'] ?? 0) }} label={title}>
          <Beginning {...fields} />
          <Sara {...fields} />
          <TextArea
            t={t}
            name="sources"
            label={t('practices.sources')}
            hint={t('practices.hint-sources')}
            value={typed['sources']}
            issues={issues}
            rows={3}
          />
          <Concepts {...fields} {...(props.proposed === undefined ? {} : { proposed: props.proposed })} />
          <WhoCanSee {...fields} audiences={audiences} />
          <ButtonRow>
            <Button tone="primary">{t('practices.save')}</Button>
            <ButtonLink href={cancel}>{t('practices.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
