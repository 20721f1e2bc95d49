// One report: what was written, why somebody reported it, and the decision.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import type { Report } from '../care.ts'
import { reportHidingPath, reportLeavingPath } from '../paths.ts'
import { mayDecide } from '../permissions.ts'
import { outcomeOf } from './lines.tsx'
import { ReasonFields, ReasonGiven, Written } from './words.tsx'

export interface ReportPageProps {
  readonly t: Translate
  readonly report: Report
  readonly href: string | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

const Decide = ({ t, report, typed, issues }: ReportPageProps) => (
  <Section title={t('care.decide')}>
    <p>{t('care.decide-lead')}</p>
    <PostButton action={reportLeavingPath(report.id)}>{t('care.leave')}</PostButton>
    <Form t={t} action={reportHidingPath(report.id)} label={t('care.hide')}>
      <ReasonFields t={t} typed={{ reason: report.reason, ...typed }} issues={issues} hint={t('care.hint-hiding')} />
      <ButtonRow>
        <Button tone="danger">{t('care.hide')}</Button>
      </ButtonRow>
    </Form>
  </Section>
)

export const ReportPage = (props: ReportPageProps) => {
  const { t, report, href, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('care.one')} lead={t('care.one-lead')} />
      <PageBody>
        <Written t={t} {...report} href={href} />
        <Section title={t('care.why')}>
          <ReasonGiven t={t} {...report} />
        </Section>
        {report.decidedAt !== null && <Notice>{outcomeOf(t, report)}</Notice>}
        {report.own && report.decidedAt === null && (
          <Notice>{t(report.waitsForNobody ? 'care.own-nobody' : 'care.own-waits')}</Notice>
        )}
        {mayDecide(report) && <Decide {...props} />}
      </PageBody>
    </>
  )
}
