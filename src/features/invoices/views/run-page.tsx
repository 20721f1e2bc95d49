// A run on its way: made, sent, failed, in numbers; the button that sends; the report at the end.
import { formatMoment, formatNumber } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import type { Issue } from '#kernel/outcome.ts'
import { ButtonLink, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { ProgressPanel } from '#ui/progress-panel/progress-panel.tsx'
import { archivePath, runPath, runSendingPath } from '../paths.ts'
import type { Run } from '../store-sending.ts'
import { RunReport, type RunReportProps } from './run-report.tsx'

export interface RunPageProps extends RunReportProps {
  readonly issues: readonly Issue[]
}

/** Who gave no address gets a letter: that is no failure. */
const stateOf = ({ waiting, unreleased, failed }: Run) => {
  if (waiting > 0) return 'running'
  if (unreleased > 0) return 'waiting'
  return failed > 0 ? 'failed' : 'finished'
}

/** How many can be sent by a press: those never sent, and those that failed. */
const toSend = ({ unreleased, failed, noAddress }: Run): number => unreleased + failed + noAddress

const Send = ({ t, run }: RunPageProps) => {
  const count = toSend(run)
  if (count === 0 || run.waiting > 0) return null
  const again = run.unreleased === 0
  return (
    <Section title={t(again ? 'invoices.send-again-title' : 'invoices.send-title')}>
      <p>
        {t(again ? 'invoices.send-again-text' : 'invoices.send-text', { count, shown: formatNumber(t.lang, count) })}
      </p>
      <PostButton action={runSendingPath(run.id)} tone="primary" icon="send">
        {t(again ? 'invoices.send-again' : 'invoices.send-all', { count, shown: formatNumber(t.lang, count) })}
      </PostButton>
    </Section>
  )
}

/** All of it inside, since with script only the panel is drawn anew. */
const Panel = (props: RunPageProps) => {
  const { t, run } = props
  const number = (value: number): string => formatNumber(t.lang, value)
  return (
    <ProgressPanel
      t={t}
      title={t('invoices.sending')}
      state={stateOf(run)}
      done={run.sent}
      total={run.total}
      refreshHref={run.waiting > 0 ? runPath(run.id) : undefined}
    >
      <div class="invoice-report">
        <FactsList
          inline
          facts={[
            { term: t('invoices.progress-made'), value: number(run.total) },
            { term: t('invoices.progress-waiting'), value: number(run.waiting) },
            { term: t('invoices.progress-sent'), value: number(run.sent) },
            { term: t('invoices.progress-failed'), value: number(run.failed) },
            { term: t('invoices.progress-no-address'), value: number(run.noAddress) },
          ]}
        />
        <Send {...props} />
        <RunReport {...props} />
      </div>
    </ProgressPanel>
  )
}

export const RunPage = (props: RunPageProps) => {
  const { t, run, issues } = props
  const values = { when: formatMoment(t.lang, run.madeAt), who: run.madeBy, count: run.total }
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        title={t('invoices.run-title', { year: String(run.year) })}
        lead={t('invoices.run-line', {
          ...values,
          shown: formatNumber(t.lang, run.total),
          sum: formatMoney(t.lang, run.cents),
        })}
        action={
          <ButtonLink href={archivePath(run.year)} icon="download" tone="quiet">
            {t('invoices.zip')}
          </ButtonLink>
        }
      />
      <PageBody>
        <Panel {...props} />
      </PageBody>
    </>
  )
}
