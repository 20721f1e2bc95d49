// Handlers for text that is being typed: kept by script while somebody writes, discarded by a button.
import { idFrom } from '#kernel/address.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { keepPractice } from './actions/keep-typed.ts'
import { keptInput } from './inputs.ts'
import { editPracticePath, keptPath, newPracticePath } from './paths.ts'
import { forgetKept } from './store-kept.ts'

async function keep(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { typed } = await readForm(c, keptInput)
  await keepPractice(c.var.asPerson, viewer, idFrom(String(typed['of'] ?? '')), typed, c.var.now)
  return c.body(null, 204)
}

async function discard(c: ActVisit): Promise<Response> {
  signedIn(c)
  const { typed } = await readForm(c, keptInput)
  const id = idFrom(String(typed['of'] ?? ''))
  await c.var.asPerson((db) => forgetKept(db, id ?? null))
  return c.var.seeOther(id === undefined ? newPracticePath : editPracticePath(id), 'practices.done-discarded')
}

export const keepingRoutes: readonly Route[] = [post(keptPath, keep), post(`${keptPath}/removal`, discard)]
