// Changing a question that was asked.
import { renderMarkdown } from '#platform/text/markdown.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { changeQuestionPath, questionPath } from '../paths.ts'
import type { Question } from '../question.ts'
import { MoreFields, type QuestionFieldsProps, QuestionText } from './question-fields.tsx'

export interface EditPageProps extends QuestionFieldsProps {
  readonly question: Question
  /** Somebody else saved while this form was open: what holds now stands above it. */
  readonly meanwhile: boolean
}

const Meanwhile = ({ t, question }: EditPageProps) => (
  <Notice tone="warning" title={t('questions.meanwhile')}>
    <p lang={question.lang}>
      <strong>{question.title}</strong>
    </p>
    <Prose html={renderMarkdown(question.text)} lang={question.lang} />
  </Notice>
)

export const EditPage = (props: EditPageProps) => {
  const { t, typed, issues, question, meanwhile } = props
  return (
    <div class="question-form">
      <ErrorSummary t={t} issues={issues} />
      <PageTitle t={t} title={t('questions.edit-title')} />
      <PageBody>
        {meanwhile && <Meanwhile {...props} />}
        <Form
          t={t}
          action={changeQuestionPath(question.id)}
          hidden={{ revision: String(typed['revision'] ?? 0) }}
          label={t('questions.edit-title')}
        >
          <QuestionText {...props} />
          <MoreFields {...props} legend={t('questions.also')} />
          <ButtonRow>
            <Button tone="primary" icon="check">
              {t('questions.save')}
            </Button>
            <ButtonLink href={questionPath(question.id, question.title)} tone="quiet">
              {t('questions.cancel')}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </PageBody>
    </div>
  )
}
