// Handlers of what may become of a question: changed, answered, open again, withdrawn.
import { idFrom } from '#kernel/address.ts'
import { forbidden } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { changeQuestion } from './actions/change-question.ts'
import { reopenQuestion, settleQuestion } from './actions/settle-question.ts'
import { withdrawQuestion } from './actions/withdraw-question.ts'
import { drawEdit, issueOf, type Refused } from './draw-edit.tsx'
import { answerInput, questionInput } from './inputs.ts'
import { questionPath, questionsPath } from './paths.ts'
import { mayEditQuestion } from './permissions.ts'
import { getQuestion } from './store.ts'

const idOf = (c: PageVisit | ActVisit): number | undefined => idFrom(c.req.param('address'))

async function showEdit(c: PageVisit): Promise<Response> {
  const { t, db, viewer } = c.var
  const question = await getQuestion(db, idOf(c), t.lang)
  if (!mayEditQuestion(viewer, question)) throw forbidden()
  return drawEdit(c, db, question)
}

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { t, asPerson, now } = c.var
  const before = await asPerson((db) => getQuestion(db, idOf(c), t.lang))
  if (!mayEditQuestion(viewer, before)) throw forbidden()
  const input = await readForm(c, questionInput)
  const again = (refused: Refused) =>
    asPerson(async (db) => {
      const question = await getQuestion(db, before.id, t.lang)
      // What somebody else saved is in sight now: saving again is then a decision.
      const typed = refused.meanwhile ? { ...refused.typed, revision: String(question.revision) } : refused.typed
      return drawEdit(c, db, question, { ...refused, typed })
    })
  if (!input.valid) return again({ typed: input.typed, issues: input.issues })
  const outcome = await changeQuestion(asPerson, viewer, before.id, input.value, now)
  if (outcome.done) return c.var.seeOther(questionPath(before.id, input.value.title), 'questions.done-saved')
  const { refusal } = outcome
  return again({ typed: input.typed, issues: [issueOf(refusal)], meanwhile: refusal === 'changed-meanwhile' })
}

async function settle(c: ActVisit): Promise<Response> {
  const input = await readForm(c, answerInput)
  const reply = input.valid ? input.value.reply : 0
  const outcome = await settleQuestion(c.var.asPerson, signedIn(c), idOf(c), reply, c.var.now)
  if (!outcome.done) return c.var.seeOther(questionPath(idOf(c) ?? 0, ''), 'questions.refusal-reply-gone')
  return c.var.seeOther(questionPath(outcome.value.id, outcome.value.title), 'questions.done-answered')
}

async function unsettle(c: ActVisit): Promise<Response> {
  const { id, title } = await reopenQuestion(c.var.asPerson, signedIn(c), idOf(c))
  return c.var.seeOther(questionPath(id, title), 'questions.done-reopened')
}

async function withdraw(c: ActVisit): Promise<Response> {
  const outcome = await withdrawQuestion(c.var.asPerson, signedIn(c), idOf(c), c.var.now)
  if (outcome.done) return c.var.seeOther(questionsPath, 'questions.done-withdrawn')
  return c.var.seeOther(questionPath(idOf(c) ?? 0, ''), 'questions.refusal-not-published')
}

export const changingRoutes: readonly Route[] = [
  get('/questions/:address/edit', showEdit),
  post('/questions/:address', change),
  post('/questions/:address/answer', settle),
  post('/questions/:address/answer/end', unsettle),
  post('/questions/:address/withdrawal', withdraw),
]
