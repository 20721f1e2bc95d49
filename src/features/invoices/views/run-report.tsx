// What of a run did not leave, and why.
import type { Translate } from '#kernel/locale.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/page/page.tsx'
import { invoicePath } from '../paths.ts'
import type { Run, Undelivered } from '../store-sending.ts'

export interface RunReportProps {
  readonly t: Translate
  readonly run: Run
  /** The first of them. */
  readonly undelivered: readonly Undelivered[]
}

export const RunReport = ({ t, run, undelivered }: RunReportProps) =>
  undelivered.length === 0 ? null : (
    <Section title={t('invoices.undelivered')}>
      <Notice tone="warning">{t('invoices.undelivered-text')}</Notice>
      <DataTable
        t={t}
        caption={t('invoices.undelivered')}
        hideCaption
        columns={[{ label: t('invoices.number') }, { label: t('invoices.member') }, { label: t('invoices.why') }]}
        rows={undelivered.map((one) => [
          <a href={invoicePath(one.id)}>{one.number}</a>,
          one.name,
          t(`invoices.failure-${one.failure}`),
        ])}
      />
      {run.failed + run.noAddress > undelivered.length && (
        <p>{t('invoices.more', { count: run.failed + run.noAddress - undelivered.length })}</p>
      )}
    </Section>
  )
