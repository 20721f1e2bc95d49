// A year: what the run would make and why, the button that makes it, the runs that were made, and the files.
import { formatMoment, formatNumber, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { issuerPath, runPath } from '../paths.ts'
import type { BookFiles } from '../store-entries.ts'
import type { Run } from '../store-sending.ts'
import { YearFiles } from './year-files.tsx'
import { type Shown, YearPreview } from './year-preview.tsx'

export interface YearPageProps {
  readonly t: Translate
  readonly year: number
  readonly runs: readonly Run[]
  readonly issues: readonly Issue[]
  readonly files: BookFiles
  /** What there is none of yet, or the preview. */
  readonly preview: 'no-issuer' | 'no-scale' | Shown
}

const Runs = ({ t, runs }: YearPageProps) =>
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
    </Section>
  )

export const YearPage = (props: YearPageProps) => {
  const { t, year, preview, issues, files } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('invoices.year-title', { year: String(year) })} lead={t('invoices.year-lead')} />
      <PageBody>
        <Runs {...props} />
        <YearFiles t={t} year={year} files={files} />
        {typeof preview === 'string' ? (
          <Notice tone="warning">
            {t(`invoices.${preview}`, { year: String(year) })}
            {preview === 'no-issuer' && <a href={issuerPath}> {t('invoices.issuer')}</a>}
          </Notice>
        ) : (
          <YearPreview t={t} year={year} shown={preview} />
        )}
      </PageBody>
    </>
  )
}
