// The form for what stands already: a reply, or the summary above them.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { LanguageField, WordsField } from './words-field.tsx'

export interface ChangeReplyProps {
  readonly t: Translate
  readonly action: string
  readonly label: string
  readonly contributionId: number
  readonly hidden: Readonly<Record<string, string | number>>
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  readonly back: string
}

export const ChangeForm = ({
  t,
  action,
  label,
  contributionId,
  hidden,
  typed,
  issues = [],
  back,
}: ChangeReplyProps) => (
  <>
    <ErrorSummary t={t} issues={issues} />
    <Form t={t} action={action} label={label} hidden={hidden}>
      <WordsField {...{ t, label, contributionId, typed, issues }} />
      <LanguageField {...{ t, typed, issues }} />
      <ButtonRow>
        <Button tone="primary">{t('discussion.save')}</Button>
        <ButtonLink href={back}>{t('discussion.back')}</ButtonLink>
      </ButtonRow>
    </Form>
  </>
)
