// The form in which a practice is told; every part may wait until publishing.
import type { Child } from 'hono/jsx'
import type { Audience } from '#kernel/audience.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { AudienceFields } from './audience-fields.tsx'
import { BeginningFields } from './beginning-fields.tsx'
import { ConceptFields } from './concept-fields.tsx'
import type { FormFields } from './form-fields.ts'
import { SaraFields } from './sara-fields.tsx'

export interface PracticeFormProps extends FormFields {
  readonly title: string
  readonly action: string
  readonly cancel: string
  readonly audiences: readonly Audience[]
  /** What somebody else saved meanwhile, against what was typed. */
  readonly meanwhile?: Child
  /** Concepts that the text itself suggests. */
  readonly proposed?: readonly string[]
}

export const PracticeForm = (props: PracticeFormProps) => {
  const { t, title, action, cancel, typed, issues, audiences } = props
  const fields = { t, typed, issues }
  return (
    <>
      <PageTitle t={t} title={title} lead={t('practices.form-lead')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        {props.meanwhile && (
          <Notice tone="warning" title={t('practices.meanwhile')}>
            {props.meanwhile}
          </Notice>
        )}
        <Form t={t} action={action} hidden={{ revision: String(typed['revision'] ?? 0) }} label={title}>
          <BeginningFields {...fields} />
          <SaraFields {...fields} />
          <TextArea
            t={t}
            name="sources"
            label={t('practices.sources')}
            hint={t('practices.hint-sources')}
            value={typed['sources']}
            issues={issues}
            rows={3}
          />
          <ConceptFields {...fields} proposed={props.proposed ?? []} />
          <AudienceFields {...fields} audiences={audiences} />
          <ButtonRow>
            <Button tone="primary">{t('practices.save')}</Button>
            <ButtonLink href={cancel}>{t('practices.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
