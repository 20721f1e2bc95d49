// What whoever asked may do with a poll: more time, what came of it, taking it back.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonRow } from '#ui/button/button.tsx'
import { DateField } from '#ui/date-field/date-field.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/page/page.tsx'
import { RichTextArea } from '#ui/rich-text-area/rich-text-area.tsx'
import { longestText } from '../inputs.ts'
import { outcomePath, prolongationPath, withdrawalPath } from '../paths.ts'
import type { Poll } from '../poll.ts'

export interface SteeringProps {
  readonly t: Translate
  readonly poll: Poll
  readonly over: boolean
  /** Else it can only be taken back. */
  readonly mayChange: boolean
  /** What was typed and refused in one of these forms. */
  readonly refused?: { readonly typed: Typed; readonly issues: readonly Issue[] } | undefined
}

const Outcome = ({ t, poll, over, refused }: SteeringProps) => (
  <Form t={t} action={outcomePath(poll.id)} hidden={{ revision: poll.revision }} label={t('polls.outcome')}>
    <RichTextArea
      t={t}
      name="outcome"
      label={t('polls.field-outcome')}
      hint={t(over ? 'polls.hint-outcome' : 'polls.hint-outcome-closes')}
      value={refused?.typed['outcome'] ?? poll.outcome}
      issues={refused?.issues}
      rows={6}
      maxlength={longestText}
      required
    />
    <ButtonRow>
      <Button icon="check">{t(over ? 'polls.publish-outcome' : 'polls.close')}</Button>
    </ButtonRow>
  </Form>
)

const Prolongation = ({ t, poll, refused }: SteeringProps) => (
  <Form t={t} action={prolongationPath(poll.id)} label={t('polls.prolong')}>
    <DateField
      t={t}
      name="endsOn"
      label={t('polls.field-new-end')}
      value={refused?.typed['endsOn']}
      issues={refused?.issues}
      required
    />
    <ButtonRow>
      <Button>{t('polls.prolong')}</Button>
    </ButtonRow>
  </Form>
)

const hasIssue = ({ refused }: SteeringProps, field: string): boolean =>
  refused?.issues.some((issue) => issue.field === field) === true

const Changing = (props: SteeringProps) => {
  const { t, over } = props
  return (
    <>
      <details class="poll-more" open={hasIssue(props, 'outcome')}>
        <summary>{t(over ? 'polls.write-outcome' : 'polls.close-with-outcome')}</summary>
        <Outcome {...props} />
      </details>
      {!over && (
        <details class="poll-more" open={hasIssue(props, 'endsOn')}>
          <summary>{t('polls.prolong')}</summary>
          <Prolongation {...props} />
        </details>
      )}
    </>
  )
}

export const Steering = (props: SteeringProps) => {
  const { t, poll, mayChange } = props
  return (
    <Section title={t('polls.steering')} id="steering">
      {mayChange && <Changing {...props} />}
      <ConfirmStep
        label={t('polls.withdraw')}
        question={t('polls.withdraw-question')}
        action={withdrawalPath(poll.id)}
        confirm={t('polls.withdraw-confirm')}
        tone="danger"
      />
    </Section>
  )
}
