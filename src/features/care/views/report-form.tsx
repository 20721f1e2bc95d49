// The form in which somebody says that something should not stand here.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Contribution } from '#trunk/contributions.ts'
import type { Reply } from '#trunk/replies.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { conductPath, reportFormPath } from '../paths.ts'
import { ReasonFields, Written } from './words.tsx'

export interface ReportFormProps {
  readonly t: Translate
  readonly contribution: Contribution
  readonly reply: Reply | undefined
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const ReportForm = ({ t, contribution, reply, typed, issues }: ReportFormProps) => (
  <>
    <PageTitle t={t} kind={contribution.title} title={t('care.report')} lead={t('care.report-lead')} />
    <PageBody>
      <ErrorSummary t={t} issues={issues} />
      {reply && (
        <Written
          t={t}
          title={contribution.title}
          text={reply.text}
          lang={reply.lang}
          href={`/contributions/${contribution.id}/visibility`}
        />
      )}
      <Form
        t={t}
        action={reportFormPath(contribution.id)}
        hidden={reply === undefined ? {} : { reply: reply.id }}
        label={t('care.report')}
      >
        <ReasonFields t={t} typed={typed} issues={issues} hint={t('care.hint-report')} />
        <ButtonRow>
          <Button tone="primary" icon="send">
            {t('care.send')}
          </Button>
          <a href={conductPath}>{t('care.conduct')}</a>
        </ButtonRow>
      </Form>
    </PageBody>
  </>
)
