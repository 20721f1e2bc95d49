// What a check found: how many rows of each kind, every problem by row, what may be imported.
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import type { GoodRow } from '../check-rows.ts'
import { columns } from '../columns.ts'
import type { Problem } from '../problem.ts'
import type { Report } from '../run.ts'

const shownProblems = 200
const shownRows = 20

export const Counts = ({
  t,
  report,
  good,
}: {
  readonly t: Translate
  readonly report: Report
  readonly good: number
}) => (
  <Notice
    tone={report.found === 0 ? 'success' : 'warning'}
    title={t('tables.counted', { total: report.total })}
    announced
  >
    <ul>
      <li>{t('tables.counted-good', { count: good })}</li>
      {report.faulty > 0 && <li>{t('tables.counted-faulty', { count: report.faulty })}</li>}
    </ul>
    <p>{t('tables.nothing-yet')}</p>
    {report.guessed && <p>{t('tables.guessed', { encoding: report.guessed.replace('windows', 'Windows') })}</p>}
  </Notice>
)

const columnLabel = (t: Translate, name: string): string => {
  const column = columns.find((one) => one.name === name)
  return column === undefined ? name : `${t(column.label)} (${name})`
}

export const Problems = ({ t, report }: { readonly t: Translate; readonly report: Report }) => (
  <Section title={t('tables.problems')} id="problems">
    <DataTable
      t={t}
      caption={t('tables.problems')}
      hideCaption
      columns={[{ label: t('tables.row') }, { label: t('tables.column') }, { label: t('tables.problem') }]}
      rows={report.problems
        .slice(0, shownProblems)
        .map(({ row, column, message, values }: Problem) => [
          t('tables.row-number', { row: String(row) }),
          columnLabel(t, column),
          t(message, values),
        ])}
    />
    {report.found > shownProblems && <p>{t('tables.problems-more', { count: report.found - shownProblems })}</p>}
  </Section>
)

export const GoodRows = ({ t, good }: { readonly t: Translate; readonly good: readonly GoodRow[] }) => (
  <Section title={t('tables.good-rows')}>
    <ul>
      {good.slice(0, shownRows).map(({ number, typed }) => (
        <li>
          {t('tables.row-number', { row: String(number) })} – <span lang={String(typed['lang'])}>{typed['title']}</span>
        </li>
      ))}
    </ul>
    {good.length > shownRows && <p>{t('tables.rows-more', { count: good.length - shownRows })}</p>}
  </Section>
)
