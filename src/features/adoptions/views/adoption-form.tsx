// "We do it too": four questions in sight, the rest folded; why it was stopped is asked where it was.
import type { Child } from 'hono/jsx'
import type { Audience } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { AudienceFields } from '../../practices/public.tsx'
import { stages } from '../adoption.ts'
import { MoreFields } from './more-fields.tsx'

export interface Named {
  readonly id: number
  readonly name: string
}
export interface AdoptionFormProps {
  readonly t: Translate
  readonly title: string
  readonly lead?: Child
  readonly action: string
  readonly cancel: string
  readonly save: string
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly audiences: readonly Audience[]
  readonly colleagues: readonly Named[]
  /** Cities that do it already; empty where the place in the lineage is settled. */
  readonly others: readonly Named[]
  /** What somebody else saved meanwhile. */
  readonly meanwhile?: Child
}

const Course = ({ t, typed, issues }: AdoptionFormProps) => (
  <>
    <ChoiceField
      t={t}
      name="stage"
      label={t('adoptions.field-stage')}
      hint={t('adoptions.hint-stage')}
      value={typed['stage']}
      issues={issues}
      choices={stages.map((stage) => ({ value: stage, label: t(`adoptions.choice-${stage}`) }))}
      required
    />
    <div class="adoption-stopped">
      <TextArea
        t={t}
        name="stoppedBecause"
        label={t('adoptions.field-stopped-because')}
        hint={t('adoptions.hint-stopped-because')}
        value={typed['stoppedBecause']}
        issues={issues}
        rows={3}
        required={typed['stage'] === 'stopped'}
      />
    </div>
  </>
)

const Words = ({ t, typed, issues }: AdoptionFormProps) => (
  <>
    <TextField
      t={t}
      name="title"
      label={t('adoptions.field-title')}
      hint={t('adoptions.hint-title')}
      value={typed['title']}
      issues={issues}
      maxlength={200}
    />
    <TextArea
      t={t}
      name="adapted"
      label={t('adoptions.field-adapted')}
      hint={t('adoptions.hint-adapted')}
      value={typed['adapted']}
      issues={issues}
      rows={4}
    />
  </>
)

export const AdoptionForm = (props: AdoptionFormProps) => {
  const { t, title, lead, action, cancel, save, typed, issues, audiences, meanwhile } = props
  return (
    <div class="adoption-form">
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={title} lead={lead} />
      <PageBody>
        {meanwhile}
        <Form t={t} action={action} hidden={{ revision: String(typed['revision'] ?? 0) }} label={title}>
          <Course {...props} />
          <Words {...props} />
          <MoreFields {...props} />
          <AudienceFields t={t} typed={typed} issues={issues} audiences={audiences} />
          <ButtonRow>
            <Button tone="primary" icon="check">
              {save}
            </Button>
            <ButtonLink href={cancel}>{t('adoptions.cancel')}</ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </div>
  )
}
