// Handlers of reading: the list and one question.
import { idFrom } from '#kernel/address.ts'
import { atPage, pageCount } from '#kernel/page.ts'
import { notFound } from '#kernel/stop.ts'
import { readQuery } from '#platform/http/input.ts'
import { type AnyVisit, get, type PageVisit, type Route } from '#platform/http/visit.ts'
import { topConcepts, withNarrower } from '#thesaurus/vocabulary.ts'
import type { Reply } from '#trunk/replies.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { drawWatch } from '../notices/public.ts'
import { facetGroups } from './facet-groups.ts'
import { facetNames, questionListQuery } from './inputs.ts'
import { questionPath, questionsPath } from './paths.ts'
import { maySettleQuestion } from './permissions.ts'
import type { Question } from './question.ts'
import { getQuestion } from './store.ts'
import { findQuestions } from './store-lists.ts'
import { QuestionList } from './views/question-list.tsx'
import { QuestionPage } from './views/question-page.tsx'
import { HelpedButton, HelpedMark } from './views/reply-mark.tsx'

const crumb = (c: AnyVisit) => ({ label: c.var.t('questions.title'), href: questionsPath })

const fields = () => topConcepts().map((slug) => ({ slug, concepts: withNarrower(slug) }))

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const input = readQuery(c, questionListQuery, facetNames)
  const query = input.valid ? input.value : questionListQuery.parse({})
  const wanted = query.concept.flatMap(withNarrower)
  const { page, facets } = await findQuestions(db, { ...query, wanted }, fields(), t.lang)
  // Nothing stands beyond the last page, which is not the same as nothing having been asked.
  if (page.number > pageCount(page)) return c.redirect(atPage(c.req.url, pageCount(page)), 303)
  const groups = facetGroups(t, facets, query)
  const watch = await drawWatch(c, { kind: 'kind', ref: 'question' })
  return draw({ title: t('questions.title') }, <QuestionList {...{ t, viewer, query, page, groups, watch }} />)
}

/** Whoever steers the question says which reply helped; all others see which one did. */
const besideReply = (c: PageVisit, question: Question) => (reply: Reply) => {
  const { t, viewer } = c.var
  if (question.helpful?.id === reply.id) return <HelpedMark t={t} />
  if (question.helpful !== undefined || !maySettleQuestion(viewer, question)) return null
  return <HelpedButton t={t} id={question.id} replyId={reply.id} />
}

async function showQuestion(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idFrom(c.req.param('address'))
  if (id === undefined) throw notFound()
  const [question, things] = await Promise.all([getQuestion(db, id, t.lang), readShared(c, 'question', id)])
  const path = questionPath(question.id, question.title)
  if (c.req.path !== path && c.req.path !== encodeURI(path)) return c.redirect(path, 301)
  const isPublic = question.state === 'published' && question.audienceKind === 'public'
  const open = isPublic ? { canonical: path, description: question.summary || question.title } : {}
  return draw(
    { title: question.title, breadcrumb: [crumb(c)], ...open },
    <QuestionPage {...{ t, viewer, question }} shared={drawShared(c, question, things, besideReply(c, question))} />,
  )
}

export const routes: readonly Route[] = [get(questionsPath, showList), get('/questions/:address', showQuestion)]
