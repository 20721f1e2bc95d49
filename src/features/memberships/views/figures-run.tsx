// What a table of inhabitants would change: every figure beside the old one, who changes class, and the rows that are nobody's.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section, Stack } from '#ui/page/page.tsx'
import { StateMark } from '#ui/state-mark/state-mark.tsx'
import type { FigureChange } from '../figure-rows.ts'
import { confirmationPath, figuresPath, historyPath, removalPath } from '../paths.ts'
import type { FigureRun } from '../store-import.ts'
import { dayIn } from '../words.ts'

export interface FiguresRunProps {
  readonly t: Translate
  readonly title: string
  readonly run: FigureRun
}

const movesClass = ({ sizeBefore, size }: FigureChange): boolean => sizeBefore !== null && size !== sizeBefore

const Counts = ({ t, run: { report, doneAt } }: FiguresRunProps) => (
  <Notice tone={report.changes.length > 0 ? 'success' : 'warning'} announced>
    <ul>
      <li>{t('memberships.counted-changes', { count: report.changes.length })}</li>
      <li>{t('memberships.counted-classes', { count: report.changes.filter(movesClass).length })}</li>
      {report.same > 0 && <li>{t('memberships.counted-same', { count: report.same })}</li>}
      {report.left > 0 && <li>{t('memberships.counted-left', { count: report.left })}</li>}
    </ul>
    {doneAt === null && <p>{t('memberships.nothing-yet')}</p>}
  </Notice>
)

const shown = (t: Translate, figure: number | null): string =>
  figure === null ? t('members.unknown') : formatNumber(t.lang, figure)

const Changes = ({ t, run: { report } }: FiguresRunProps) => (
  <Section title={t('memberships.changes')}>
    <DataTable
      t={t}
      caption={t('memberships.changes')}
      hideCaption
      columns={[
        { label: t('members.name') },
        { label: t('memberships.column-before'), numeric: true },
        { label: t('memberships.column-after'), numeric: true },
        { label: t('memberships.column-as-of') },
        { label: t('memberships.column-class') },
      ]}
      rows={report.changes.map((change) => [
        <a href={historyPath(change.slug)}>{change.name}</a>,
        shown(t, change.before),
        formatNumber(t.lang, change.population),
        dayIn(t, change.asOf),
        <>
          {change.size === null ? '–' : t(`members.size-${change.size}`)}{' '}
          {movesClass(change) && <StateMark tone="new" label={t('memberships.other-class')} />}
        </>,
      ])}
    />
    <p>{t('memberships.figures-rule')}</p>
  </Section>
)

const Unclear = ({ t, run: { report } }: FiguresRunProps) => (
  <Section title={t('memberships.unclear')}>
    <Stack>
      <DataTable
        t={t}
        caption={t('memberships.unclear')}
        hideCaption
        columns={[
          { label: t('memberships.row') },
          { label: t('memberships.given') },
          { label: t('memberships.problem') },
        ]}
        rows={report.unclear.map(({ row, given, problem }) => [
          String(row),
          given || '–',
          t(`memberships.problem-${problem}`),
        ])}
      />
      {report.left > report.unclear.length && (
        <p>{t('memberships.unclear-more', { count: report.left - report.unclear.length })}</p>
      )}
    </Stack>
  </Section>
)

const Question = ({ t, run }: FiguresRunProps) => (
  <ButtonRow>
    {run.good.length > 0 && (
      <PostButton action={confirmationPath(run.id)} tone="primary" icon="check">
        {t('memberships.record', { count: run.good.length })}
      </PostButton>
    )}
    <PostButton action={removalPath(run.id)}>{t('memberships.discard')}</PostButton>
  </ButtonRow>
)

export const FiguresRun = (props: FiguresRunProps) => {
  const { t, title, run } = props
  return (
    <>
      <PageTitle t={t} title={title} kind={run.report.file} />
      <PageBody>
        <Counts {...props} />
        {run.doneAt === null ? (
          <Question {...props} />
        ) : (
          <ButtonLink href={figuresPath}>{t('memberships.another')}</ButtonLink>
        )}
        {run.report.changes.length > 0 && <Changes {...props} />}
        {run.report.unclear.length > 0 && <Unclear {...props} />}
      </PageBody>
    </>
  )
}
