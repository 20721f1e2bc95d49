// What a check found, by row, and the question whether to go on; afterwards, what became of it.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { practicePath, practicesPath } from '../../practices/public.ts'
import { columns } from '../columns.ts'
import { draftsPath, importPath, removalPath } from '../paths.ts'
import type { Problem } from '../problem.ts'
import type { GoodRow } from '../check-rows.ts'
import type { Outcome, Report, Run } from '../run.ts'
import { ImportSteps } from './import-steps.tsx'

const shownProblems = 200
const shownRows = 20

const Counts = ({ t, report, good }: { readonly t: Translate; readonly report: Report; readonly good: number }) => (
  <Notice tone={report.faulty === 0 ? 'success' : 'warning'} title={t('tables.counted', { total: report.total })} announced>
    <ul>
      <li>{t('tables.counted-good', { count: good })}</li>
      {report.faulty > 0 && <li>{t('tables.counted-faulty', { count: report.faulty })}</li>}
    </ul>
    <p>{t('tables.nothing-yet')}</p>
    {report.guessed && <p>{t('tables.guessed', { encoding: report.guessed })}</p>}
  </Notice>
)

const columnLabel = (t: Translate, name: string): string => {
  const column = columns.find((one) => one.name === name)
  return column === undefined ? name : `${t(column.label)} (${name})`
}

const Problems = ({ t, report }: { readonly t: Translate; readonly report: Report }) => (
  <Section title={t('tables.problems')} id="problems">
    <DataTable
      t={t}
      caption={t('tables.problems')}
      hideCaption
      columns={[{ label: t('tables.row'), numeric: true }, { label: t('tables.column') }, { label: t('tables.problem') }]}
      rows={report.problems.slice(0, shownProblems).map(({ row, column, message, values }: Problem) => [
        String(row),
        columnLabel(t, column),
        t(message, values),
      ])}
    />
    {report.found > shownProblems && <p>{t('tables.problems-more', { count: report.found - shownProblems })}</p>}
  </Section>
)

const GoodRows = ({ t, good }: { readonly t: Translate; readonly good: readonly GoodRow[] }) => (
  <Section title={t('tables.good-rows')}>
    <ul>
      {good.slice(0, shownRows).map(({ number, typed }) => (
        <li>
          {t('tables.row-number', { row: String(number) })} <span lang={String(typed['lang'])}>{typed['title']}</span>
        </li>
      ))}
    </ul>
    {good.length > shownRows && <p>{t('tables.rows-more', { count: good.length - shownRows })}</p>}
  </Section>
)

const Question = ({ t, run }: { readonly t: Translate; readonly run: Run }) => (
  <ButtonRow>
    {run.good.length > 0 && (
      <PostButton action={draftsPath(run.id)} tone="primary" icon="check">
        {t('tables.import-rows', { count: run.good.length })}
      </PostButton>
    )}
    <PostButton action={removalPath(run.id)} icon="upload">
      {t('tables.correct-first')}
    </PostButton>
  </ButtonRow>
)

const Checked = ({ t, run }: { readonly t: Translate; readonly run: Run }) => (
  <>
    <ImportSteps t={t} at="drafts" />
    <Counts t={t} report={run.report} good={run.good.length} />
    <Question t={t} run={run} />
    {run.report.problems.length > 0 && <Problems t={t} report={run.report} />}
    {run.good.length > 0 && <GoodRows t={t} good={run.good} />}
  </>
)

const Finished = ({ t, outcome }: { readonly t: Translate; readonly outcome: Outcome }) => (
  <>
    <ImportSteps t={t} at="end" />
    <p>{t('tables.made', { count: outcome.drafts.length })}</p>
    {outcome.left > 0 && <p>{t('tables.left', { count: outcome.left })}</p>}
    <ul>
      {outcome.drafts.map(({ id, title }) => (
        <li>
          <a href={practicePath(id, title)}>{title}</a>
        </li>
      ))}
    </ul>
    <ButtonRow>
      <ButtonLink href={importPath} icon="upload">
        {t('tables.import-another')}
      </ButtonLink>
      <ButtonLink href={practicesPath}>{t('practices.all')}</ButtonLink>
    </ButtonRow>
  </>
)

export const RunPage = ({ t, title, run }: { readonly t: Translate; readonly title: string; readonly run: Run }) => (
  <>
    <PageTitle t={t} title={title} kind={run.report.file} />
    <PageBody>{run.outcome === null ? <Checked t={t} run={run} /> : <Finished t={t} outcome={run.outcome} />}</PageBody>
  </>
)
