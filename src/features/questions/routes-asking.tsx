// Handlers of asking: the field, a look at what may answer it already, and sending.
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { judgeTyped, readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { audiencesFor, firstAudience } from '../practices/public.ts'
import { askQuestion } from './actions/ask-question.ts'
import { issueOf } from './draw-edit.tsx'
import { findAnswers } from './find-answers.ts'
import { askQuery, questionInput, textInput } from './inputs.ts'
import { newQuestionPath, questionPath, questionsPath } from './paths.ts'
import { mayAsk } from './permissions.ts'
import { propose, withProposals } from './propose.ts'
import { AskPage } from './views/ask-page.tsx'

const guard = (c: AnyVisit) => {
  const viewer = signedIn(c)
  if (!mayAsk(viewer)) throw forbidden()
  return viewer
}

interface Shown {
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  /** The whole form was there before: what was typed in its other fields stays, whatever is wrong with the text. */
  readonly whole?: boolean
}

/** `db` is the page's or a fresh transaction of a POST. Without words there is nothing to look for or to propose yet. */
async function drawAsk(c: AnyVisit, db: Db, { typed, issues = [], whole = false }: Shown): Promise<Response> {
  const { t, draw } = c.var
  const text = judgeTyped(textInput, typed)
  const words = text.valid ? text.value.text : ''
  const [audiences, first, answers, proposal] = await Promise.all([
    audiencesFor(db, t.lang, undefined),
    firstAudience(db, signedIn(c)),
    text.valid ? findAnswers(c, db, words) : whole ? [] : undefined,
    propose(words, t.lang),
  ])
  const breadcrumb = [{ label: t('questions.title'), href: questionsPath }]
  const filled = { audience: String(first), ...typed }
  const props = { t, typed: filled, issues, audiences, answers, proposed: proposal.concepts, once: onceMark() }
  const page = { title: t('questions.write'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <AskPage {...props} />)
}

async function showForm(c: PageVisit): Promise<Response> {
  guard(c)
  const input = readQuery(c, askQuery)
  const text = input.valid ? input.value.text : ''
  return drawAsk(c, c.var.db, { typed: text === '' ? {} : await withProposals({ text }, c.var.t.lang) })
}

/** Writes nothing: the same page with what may already answer it, and what is proposed. */
async function look(c: ActVisit): Promise<Response> {
  guard(c)
  const input = await readForm(c, textInput)
  const typed = await withProposals(input.typed, c.var.t.lang)
  const shown = { typed, issues: input.valid ? [] : input.issues, whole: input.typed['before'] !== undefined }
  return c.var.asPerson((db) => drawAsk(c, db, shown))
}

/** A title is proposed from the text: where that is missing, one sentence is enough. */
const worthSaying = (issues: readonly Issue[], typed: Typed): readonly Issue[] =>
  typed['title'] === '' && issues.some(({ field }) => field === 'text')
    ? issues.filter(({ field }) => field !== 'title')
    : issues

async function ask(c: ActVisit): Promise<Response> {
  const viewer = guard(c)
  const form = await readForm(c, textInput)
  const first = await c.var.asPerson((db) => firstAudience(db, viewer))
  const typed = { audience: String(first), ...(await withProposals(form.typed, c.var.t.lang)) }
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawAsk(c, db, { typed, issues, whole: true }))
  const input = judgeTyped(questionInput, typed)
  if (!input.valid) return again(worthSaying(input.issues, typed))
  const outcome = await doOnce(viewer.person.id, { mark: form.typed['once'], sent: form.typed }, () =>
    askQuestion(c.var.asPerson, viewer, input.value, c.var.now),
  )
  if (!outcome.done) return again([issueOf(outcome.refusal)])
  return c.var.seeOther(questionPath(outcome.value, input.value.title), 'questions.done-asked')
}

export const askingRoutes: readonly Route[] = [
  post(questionsPath, ask),
  get(newQuestionPath, showForm),
  post(newQuestionPath, look),
]
