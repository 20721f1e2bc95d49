// One question: what is asked, whether it is answered and by whom, and what every kind of contribution has.
import { tlpLabel } from '#kernel/audience.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { plainText, renderMarkdown } from '#platform/text/markdown.ts'
import { ButtonLink, ButtonRow, PostButton } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import type { SharedParts } from '../../discussion/public.tsx'
import { answerEndPath, answerPath, editQuestionPath } from '../paths.ts'
import { mayEditQuestion, maySettleQuestion } from '../permissions.ts'
import type { HelpfulReply, Question } from '../question.ts'
import { QuestionAside } from './question-aside.tsx'
import { questionMark } from './question-mark.ts'

export interface QuestionPageProps {
  readonly t: Translate
  readonly viewer: Viewer
  readonly question: Question
  /** What every kind of contribution has, drawn by the neighbour that serves all of them. */
  readonly shared: Pick<SharedParts, 'byline' | 'attachments' | 'discussion' | 'visibility' | 'beside'>
}

const Settling = ({ t, question }: Pick<QuestionPageProps, 't' | 'question'>) =>
  question.answeredAt === null ? (
    <PostButton action={answerPath(question.id)} icon="check">
      {t('questions.settle')}
    </PostButton>
  ) : (
    <PostButton action={answerEndPath(question.id)} tone="quiet">
      {t('questions.reopen')}
    </PostButton>
  )

const Actions = ({ t, viewer, question, shared }: QuestionPageProps) => (
  <ButtonRow>
    {maySettleQuestion(viewer, question) && <Settling t={t} question={question} />}
    {mayEditQuestion(viewer, question) && (
      <ButtonLink href={editQuestionPath(question.id)} icon="pencil">
        {t('questions.edit')}
      </ButtonLink>
    )}
    {shared.beside.tools}
  </ButtonRow>
)

const mostOfReply = 240

const Helpful = ({ t, reply }: { t: Translate; reply: HelpfulReply }) => (
  <>
    <p lang={reply.lang === t.lang ? undefined : reply.lang}>{plainText(reply.text, mostOfReply)}</p>
    <p>
      {[reply.authorName, reply.organisationName].filter(Boolean).join(', ')} ·{' '}
      <a href={`?reply=${reply.id}#reply-${reply.id}`}>{t('questions.to-the-reply')}</a>
    </p>
  </>
)

const Answered = ({ t, question }: Pick<QuestionPageProps, 't' | 'question'>) =>
  question.answeredAt === null || question.state === 'withdrawn' ? null : (
    <Notice tone="success" title={t(question.helpful ? 'questions.answered-by' : 'questions.answered')}>
      {question.helpful && <Helpful t={t} reply={question.helpful} />}
    </Notice>
  )

export const QuestionPage = (props: QuestionPageProps) => {
  const { t, viewer, question, shared } = props
  const withdrawn = { label: t('questions.state-withdrawn'), tone: 'danger' as const }
  return (
    <article>
      <PageTitle
        t={t}
        kind={t('questions.one')}
        title={question.title}
        lang={question.lang}
        tlp={question.audienceKind && tlpLabel(question.audienceKind)}
        state={question.state === 'withdrawn' ? withdrawn : questionMark(t, question)}
        facts={shared.byline}
        action={(mayEditQuestion(viewer, question) || shared.beside.tools.length > 0) && <Actions {...props} />}
      />
      <PageBody aside={<QuestionAside {...props} />}>
        {question.demonstration && <Notice tone="info">{t('questions.demonstration-note')}</Notice>}
        <Prose html={renderMarkdown(question.text)} lang={question.lang} />
        <Answered t={t} question={question} />
        {shared.beside.below}
        {shared.attachments}
        {shared.discussion}
      </PageBody>
    </article>
  )
}
