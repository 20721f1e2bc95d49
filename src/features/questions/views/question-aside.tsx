// Beside a question: when it was asked, what it is about, who can see it; and taking it back.
import { formatDate } from '#kernel/locale.ts'
import { conceptLabel } from '#thesaurus/vocabulary.ts'
import { ConceptTags } from '#ui/concept-tags/concept-tags.tsx'
import { ConfirmStep } from '#ui/dialog/dialog.tsx'
import { FactsList } from '#ui/facts-list/facts-list.tsx'
import { questionsPath, withdrawalPath } from '../paths.ts'
import { mayWithdrawQuestion } from '../permissions.ts'
import type { QuestionPageProps } from './question-page.tsx'

export const QuestionAside = ({ t, viewer, question, shared }: QuestionPageProps) => (
  <>
    <FactsList
      facts={[
        {
          term: t('questions.fact-asked'),
          value: question.publishedAt !== null && formatDate(t.lang, question.publishedAt),
        },
        {
          term: t('questions.state-answered'),
          value: question.answeredAt !== null && formatDate(t.lang, question.answeredAt),
        },
      ]}
    />
    <ConceptTags
      t={t}
      concepts={question.concepts.map((slug) => ({
        label: conceptLabel(slug, t.lang),
        href: `${questionsPath}?concept=${slug}`,
      }))}
    />
    {shared.visibility}
    {shared.beside.aside}
    {mayWithdrawQuestion(viewer, question) && (
      <ConfirmStep
        label={t('questions.withdraw')}
        question={t('questions.withdraw-question')}
        action={withdrawalPath(question.id)}
        confirm={t('questions.withdraw-confirm')}
        tone="danger"
      />
    )}
  </>
)
