// The handler of gathering: one press, and the draft is open to be written on.
import { idFrom } from '#kernel/address.ts'
import { readForm } from '#platform/http/input.ts'
import { doOnce } from '#platform/http/once.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { editPracticePath } from '../practices/public.ts'
import { questionPath } from '../questions/public.ts'
import { gatherPractice } from './actions/gather-practice.ts'
import { gatherInput } from './inputs.ts'

async function gather(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  const { typed } = await readForm(c, gatherInput)
  const outcome = await doOnce(viewer.person.id, { mark: typed['once'], sent: { id, ...typed } }, () =>
    gatherPractice(c.var.asPerson, viewer, id, c.var.settings.baseUrl),
  )
  if (!outcome.done) return c.var.seeOther(questionPath(id ?? 0, ''), 'gathering.refusal-nothing-said')
  const { id: draft, leftOut } = outcome.value
  if (leftOut === 0) return c.var.seeOther(editPracticePath(draft), 'gathering.done-gathered')
  return c.var.seeOther(editPracticePath(draft), 'gathering.done-gathered-partly', leftOut)
}

export const routes: readonly Route[] = [post('/questions/:address/gathering', gather)]
