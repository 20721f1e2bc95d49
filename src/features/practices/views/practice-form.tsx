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

/** What stands above the fields: an older text of one's own, somebody else's newer one. */
const Above = ({
  t,
  kept,
  meanwhile,
  of,
}: Pick<PracticeFormProps, 't' | 'kept' | 'meanwhile'> & { readonly of: string }) => (
  <>
    {kept && <KeptNotice t={t} at={kept.at} of={of} />}
    {meanwhile && (
      <Notice tone="warning" title={t('practices.meanwhile')}>
        {meanwhile}
      </Notice>
    )}
  </>
)

const Fields = ({ t, typed, issues, audiences, proposed = [] }: PracticeFormProps) => {
  const fields = { t, typed, issues }
  return (
    <>
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
      <ConceptFields {...fields} proposed={proposed} />
      <AudienceFields {...fields} audiences={audiences} />
    </>
  )
}

export const PracticeForm = (props: PracticeFormProps) => {
  const { t, title, action, cancel, typed, issues } = props
  const of = props.id === undefined ? '' : String(props.id)
  const hidden = { revision: String(typed['revision'] ?? 0), of }
  return (
    <>
      <PageTitle t={t} title={title} lead={t('practices.form-lead')} />
      <PageBody>
        <ErrorSummary t={t} issues={issues} />
        <Above t={t} kept={props.kept} meanwhile={props.meanwhile} of={of} />
        <Form
          t={t}
          action={action}
          hidden={hidden}
          label={title}
          autosave={{ action: keptPath, said: t('practices.kept-now') }}
        >
          <Fields {...props} />
          <ButtonRow>
            <Button tone="primary">{t('practices.save')}</Button>
            <ButtonLink href={cancel}>{t('practices.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </>
  )
}
