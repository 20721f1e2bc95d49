// The form of a question that was asked: as it stands, or as somebody typed it and was refused.
import type { Issue, Typed } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { audiencesFor } from '../practices/public.ts'
import type { ChangeRefusal } from './actions/change-question.ts'
import { typedFrom } from './content.ts'
import { questionPath, questionsPath } from './paths.ts'
import { propose } from './propose.ts'
import type { Question } from './question.ts'
import { EditPage } from './views/edit-page.tsx'

const issues: Record<ChangeRefusal, Issue> = {
  'audience-unknown': { field: 'audience', message: 'practices.refusal-audience-unknown' },
  'persons-unknown': { field: 'persons', message: 'practices.refusal-persons-unknown' },
  'persons-by-author': { field: 'audience', message: 'practices.refusal-persons-by-author' },
  widening: { field: 'widen', message: 'practices.refusal-widening' },
  'too-few': { field: 'audience', message: 'questions.refusal-too-few' },
  'names-itself': { field: 'text', message: 'questions.refusal-names-itself' },
  'changed-meanwhile': { field: '', message: 'questions.refusal-changed-meanwhile' },
}
export const issueOf = (refusal: ChangeRefusal): Issue => issues[refusal]

export interface Refused {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  readonly meanwhile?: boolean
}

export async function drawEdit(c: AnyVisit, db: Db, question: Question, refused?: Refused): Promise<Response> {
  const { t, draw } = c.var
  const { typed, issues: wrong, meanwhile = false } = refused ?? { typed: typedFrom(question), issues: [] }
  const [audiences, { concepts: proposed }] = await Promise.all([
    audiencesFor(db, t.lang, question),
    propose(String(typed['text'] ?? ''), t.lang),
  ])
  const breadcrumb = [
    { label: t('questions.title'), href: questionsPath },
    { label: question.title, href: questionPath(question.id, question.title) },
  ]
  const page = { title: t('questions.edit-title'), breadcrumb, status: wrong.length > 0 ? 422 : 200 } as const
  return draw(page, <EditPage {...{ t, typed, issues: wrong, audiences, proposed, question, meanwhile }} />)
}
