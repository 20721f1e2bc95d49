// The way in for a table of inhabitants: one file, and what holds for rows that do not say it themselves.
import { countryName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/file-field/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { mostBytes } from '../figure-rows.ts'
import { figuresPath } from '../paths.ts'
import { FigureOrigin } from './figure-origin.tsx'

export interface FiguresPageProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly today: string
}

const countries = [
  ...['AL', 'AT', 'BA', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GE', 'GR', 'HR', 'HU'],
  ...['IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE'],
  ...['SI', 'SK', 'TR', 'UA', 'XK'],
]
const countryOptions = (t: Translate) =>
  countries
    .map((code) => ({ value: code, label: countryName(t.lang, code) }))
    .sort((one, other) => one.label.localeCompare(other.label, t.lang))

const WhichFile = ({ t, issues }: FiguresPageProps) => (
  <FileField
    t={t}
    name="file"
    label={t('memberships.field-file')}
    hint={t('memberships.hint-file')}
    issues={issues}
    accept=".csv,.tsv,.txt,.xlsx"
    maximumBytes={mostBytes}
    required
  />
)

/** What holds for rows that do not say it themselves. */
const ForAllRows = (props: FiguresPageProps) => (
  <>
    <SelectField
      t={props.t}
      name="country"
      label={props.t('members.country')}
      hint={props.t('memberships.hint-country')}
      value={props.typed['country']}
      issues={props.issues}
      empty={props.t('memberships.choose-country')}
      options={countryOptions(props.t)}
      required
    />
    <FigureOrigin {...props} hint={props.t('memberships.hint-as-of')} />
  </>
)

export const FiguresPage = (props: FiguresPageProps) => {
  const { t, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('memberships.figures')} lead={t('memberships.figures-desk')} />
      <PageBody
        aside={
          <Section title={t('memberships.columns')}>
            <p>{t('memberships.columns-text')}</p>
            <p>
              <code>slug, name, country, population, as_of, year, source</code>
            </p>
          </Section>
        }
      >
        <Form t={t} action={figuresPath} label={t('memberships.figures')} multipart>
          <WhichFile {...props} />
          <ForAllRows {...props} />
          <ButtonRow>
            <Button tone="primary">{t('memberships.check')}</Button>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
