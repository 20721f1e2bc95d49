// Asking: first the one field; then, on the same page, what may already answer it and what is proposed for the rest.
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { newQuestionPath, questionsPath } from '../paths.ts'
import { type PossibleAnswer, PossibleAnswers } from './possible-answers.tsx'
import { MoreFields, type QuestionFieldsProps, QuestionText } from './question-fields.tsx'
import { VeilFields } from './veil-fields.tsx'

export interface AskPageProps extends QuestionFieldsProps {
  /** Undefined while there is no text to look for. */
  readonly answers: readonly PossibleAnswer[] | undefined
  /** Goes with the form, so that a double click asks once. */
  readonly once: string
}

const Ways = ({ t, icon, label }: Pick<AskPageProps, 't'> & { icon: 'arrow-right' | 'send'; label: string }) => (
  <ButtonRow>
    <Button tone="primary" icon={icon}>
      {label}
    </Button>
    <ButtonLink href={questionsPath} tone="quiet">
      {t('questions.cancel')}
    </ButtonLink>
  </ButtonRow>
)

const Begin = (props: AskPageProps) => {
  const { t } = props
  return (
    <Form t={t} action={newQuestionPath} label={t('questions.write')}>
      <QuestionText {...props} />
      <Ways t={t} icon="arrow-right" label={t('questions.look')} />
    </Form>
  )
}

const Send = (props: AskPageProps & { readonly answers: readonly PossibleAnswer[] }) => {
  const { t, typed, answers, once } = props
  return (
    <Form
      t={t}
      action={questionsPath}
      hidden={{ before: String(typed['before'] ?? ''), once }}
      label={t('questions.write')}
    >
      <QuestionText {...props} />
      <ButtonRow>
        <Button small formaction={newQuestionPath}>
          {t('questions.look-again')}
        </Button>
      </ButtonRow>
      <PossibleAnswers t={t} answers={answers} />
      <MoreFields {...props} legend={t('questions.proposed')} hint={t('questions.hint-title')} />
      <VeilFields {...props} />
      <Ways t={t} icon="send" label={t('questions.ask')} />
    </Form>
  )
}

export const AskPage = (props: AskPageProps) => {
  const { t, issues, answers } = props
  return (
    <div class="question-form">
      <ErrorSummary t={t} issues={issues} />
      <PageTitle
        t={t}
        title={t('questions.write')}
        lead={t(answers === undefined ? 'questions.write-lead' : 'questions.send-lead')}
      />
      <PageBody>{answers === undefined ? <Begin {...props} /> : <Send {...props} answers={answers} />}</PageBody>
    </div>
  )
}
