// The way in: one file, and what holds for rows that do not say it themselves.
import { type Audience, tlpLabel } from '#kernel/audience.ts'
import { languageChoices, languages, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { exportPath, formats, importPath, schemaPath, templatePath } from '../paths.ts'
import { mostBytes, mostRows } from '../read-file.ts'
import { ImportSteps } from './import-steps.tsx'

export interface ImportPageProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly audiences: readonly Audience[]
}

const audienceLabel = (t: Translate, { kind, name }: Audience): string =>
  `${t(`practices.audience-${kind}`)}${name === null ? '' : `: ${name}`} (${tlpLabel(kind)})`

const Fields = ({ t, typed, issues, audiences }: ImportPageProps) => (
  <>
    <FileField
      t={t}
      name="file"
      label={t('tables.field-file')}
      hint={t('tables.hint-file', { rows: mostRows, megabytes: Math.floor(mostBytes / 1_048_576) })}
      issues={issues}
      accept=".xlsx,.csv,.tsv,.txt,.json"
      maximumBytes={mostBytes}
      required
    />
    <SelectField
      t={t}
      name="lang"
      label={t('practices.field-lang')}
      hint={t('tables.hint-lang')}
      value={typed['lang']}
      issues={issues}
      options={languageChoices(t.lang, languages)}
      required
    />
    <SelectField
      t={t}
      name="audience"
      label={t('practices.field-audience')}
      hint={t('tables.hint-audience')}
      value={typed['audience']}
      issues={issues}
      options={audiences.map((audience) => ({ value: String(audience.id), label: audienceLabel(t, audience) }))}
      required
    />
  </>
)

const Template = ({ t }: { readonly t: Translate }) => (
  <Section title={t('tables.template-title')}>
    <Stack>
      <p>{t('tables.template-text')}</p>
      <ButtonRow>
        {formats.map((format) => (
          <ButtonLink href={templatePath(format)} icon="download" small>
            {t(`tables.as-${format}`)}
          </ButtonLink>
        ))}
      </ButtonRow>
      <p>
        <a href={schemaPath}>{t('tables.schema-link')}</a>
      </p>
    </Stack>
  </Section>
)

export const ImportPage = (props: ImportPageProps) => (
  <>
    <PageTitle t={props.t} title={props.t('tables.import-title')} lead={props.t('tables.import-lead')} />
    <PageBody aside={<Template t={props.t} />}>
      <ImportSteps t={props.t} at="file" />
      <ErrorSummary t={props.t} issues={props.issues} />
      <Form t={props.t} action={importPath} label={props.t('tables.import-title')} multipart>
        <Fields {...props} />
        <ButtonRow>
          <Button tone="primary">{props.t('tables.check')}</Button>
          <ButtonLink href={exportPath}>{props.t('practices.cancel')}</ButtonLink>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
