// The form in which a practice is told; every part may wait until publishing.
import type { Child } from 'hono/jsx'
import type { Audience } from '#kernel/audience.ts'
import { formatMoment, type Translate } from '#kernel/locale.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { keptPath } from '../paths.ts'
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
  /** Its number, once it was saved. */
  readonly id?: number | undefined
  /** What was typed before and never saved. */
  readonly kept?: { readonly at: Date } | undefined
  /** Concepts that the text itself suggests. */
  readonly proposed?: readonly string[]
}

/** Before anything else: this is not what others see. */
const KeptNotice = ({ t, at, of }: { readonly t: Translate; readonly at: Date; readonly of: string }) => (
  <Notice tone="info" title={t('practices.kept-title', { when: formatMoment(t.lang, at) })}>
    <p>{t('practices.kept-text')}</p>
    <Form t={t} action={`${keptPath}/removal`} hidden={{ of }} label={t('practices.kept-discard')}>
      <Button small>{t('practices.kept-discard')}</Button>
    </Form>
  </Notice>
)

export const PracticeForm = (props: PracticeFormProps) => {
  const { t, title, action, cancel, typed, issues, audiences } = props
  const fields = { t, typed, issues }
  const of = props.id === undefined ? '' : String(props.id)
  const autosave = { action: keptPath, said: t('practices.kept-now') }
  return (
    <>
      <PageTitle t={t} title={title} lead={t('practices.form-lead')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        {props.kept && <KeptNotice t={t} at={props.kept.at} of={of} />}
        {props.meanwhile && (
          <Notice tone="warning" title={t('practices.meanwhile')}>
            {props.meanwhile}
          </Notice>
        )}
        <Form
          t={t}
          action={action}
          hidden={{ revision: String(typed['revision'] ?? 0), of }}
          label={title}
          autosave={autosave}
        >
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
