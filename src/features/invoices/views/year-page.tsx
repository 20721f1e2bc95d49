// A year: what the run would make and why, the button that makes it, the runs that were made, and the files.
import { formatMoment, formatNumber, type Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'
import type { Issue } from '#kernel/outcome.ts'
import type { PageOf } from '#kernel/page.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Panel, Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import type { PreviewQuery } from '../inputs.ts'
import {
  archivePath,
  issuerPath,
  journalPath,
  makeRunPath,
  previewCsvPath,
  runPath,
  withQuery,
  yearPath,
} from '../paths.ts'
import type { PreviewLine } from '../preview.ts'
import type { Run } from '../store-sending.ts'
import { PreviewFilter, type PreviewFilterProps } from './preview-filter.tsx'
import { PreviewSums, type PreviewSumsProps } from './preview-sums.tsx'
import { PreviewTable } from './preview-table.tsx'

export interface Shown extends Omit<PreviewSumsProps, 't'> {
  readonly query: PreviewQuery
  readonly page: PageOf<PreviewLine>
  readonly countries: PreviewFilterProps['countries']
  readonly count: number
  readonly cents: Cents
  readonly missing: number
  readonly made: number
}
export interface YearPageProps {
  readonly t: Translate
  readonly year: number
  readonly runs: readonly Run[]
  readonly issues: readonly Issue[]
  /** What there is none of yet, or the preview. */
  readonly preview: 'no-issuer' | 'no-scale' | Shown
}

const Runs = ({ t, runs, year }: YearPageProps) =>
  runs.length === 0 ? null : (
    <Section title={t('invoices.runs')}>
      <ul>
        {runs.map((run) => (
          <li>
            <a href={runPath(run.id)}>
              {t('invoices.run-line', {
                ...{ when: formatMoment(t.lang, run.madeAt), who: run.madeBy, count: run.total },
                ...{ shown: formatNumber(t.lang, run.total), sum: formatMoney(t.lang, run.cents) },
              })}
            </a>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={journalPath(year)} icon="download" tone="quiet">
          {t('invoices.journal')}
        </ButtonLink>
        <ButtonLink href={archivePath(year)} icon="download" tone="quiet">
          {t('invoices.zip')}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )

/** Carries what was seen, so that nobody makes something else. */
const Make = ({ t, year, shown }: { t: Translate; year: number; shown: Shown }) =>
  shown.count === 0 ? (
    <Notice tone="info">{t(shown.made === 0 ? 'invoices.nothing-to-make' : 'invoices.all-made')}</Notice>
  ) : (
    <Panel title={t('invoices.make-title', { year: String(year) })}>
      <p>
        {t('invoices.make-text', {
          ...{ count: shown.count, shown: formatNumber(t.lang, shown.count), sum: formatMoney(t.lang, shown.cents) },
          missing: shown.missing,
        })}
      </p>
      <Form t={t} action={makeRunPath(year)} hidden={{ count: shown.count, cents: shown.cents }}>
        <Button tone="primary" icon="check">
          {t('invoices.make', { count: shown.count, shown: formatNumber(t.lang, shown.count) })}
        </Button>
      </Form>
    </Panel>
  )

const Preview = ({ t, year, shown }: { t: Translate; year: number; shown: Shown }) => (
  <>
    <StatFigures
      t={t}
      figures={[
        { value: shown.count, label: t('invoices.line-ready'), href: withQuery(yearPath(year), { state: 'ready' }) },
        {
          value: shown.missing,
          label: t('invoices.line-missing'),
          href: withQuery(yearPath(year), { state: 'missing' }),
        },
        { value: shown.made, label: t('invoices.line-made'), href: withQuery(yearPath(year), { state: 'made' }) },
      ]}
    />
    <Make t={t} year={year} shown={shown} />
    <Section
      title={t('invoices.preview')}
      action={<a href={withQuery(previewCsvPath(year), { ...shown.query, page: undefined })}>{t('invoices.as-csv')}</a>}
    >
      <PreviewFilter t={t} year={year} query={shown.query} countries={shown.countries} />
      <p>{t('invoices.members-found', { count: shown.page.total, shown: formatNumber(t.lang, shown.page.total) })}</p>
      {shown.page.items.length > 0 && <PreviewTable t={t} lines={shown.page.items} />}
      <Pagination
        t={t}
        page={shown.page}
        href={(number) => withQuery(yearPath(year), { ...shown.query, page: number })}
      />
    </Section>
    <PreviewSums t={t} {...shown} />
  </>
)

export const YearPage = (props: YearPageProps) => {
  const { t, year, preview, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('invoices.year-title', { year: String(year) })} lead={t('invoices.year-lead')} />
      <PageBody>
        <Runs {...props} />
        {typeof preview === 'string' ? (
          <Notice tone="warning">
            {t(`invoices.${preview}`, { year: String(year) })}
            {preview === 'no-issuer' && <a href={issuerPath}> {t('invoices.issuer')}</a>}
          </Notice>
        ) : (
          <Preview t={t} year={year} shown={preview} />
        )}
      </PageBody>
    </>
  )
}
