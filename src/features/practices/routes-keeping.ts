// Handlers for text that is being typed: kept by script while somebody writes, discarded by a button.
import { idFrom } from '#kernel/address.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { keepPractice, type TypedOn } from './actions/keep-typed.ts'
import { keptInput } from './inputs.ts'
import { editPracticePath, keptPath, newPracticePath } from './paths.ts'
import { forgetKept } from './store-kept.ts'

async function readKept(c: ActVisit) {
  const form = await readForm(c, keptInput)
  const step = (form.valid ? form.value.step : undefined) ?? 'beginning'
  const place: TypedOn = { id: idFrom(String(form.typed['of'] ?? '')), step }
  return { typed: form.typed, place }
}

async function keep(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const { typed, place } = await readKept(c)
  await keepPractice(c.var.asPerson, viewer, place, typed, c.var.now)
  return c.body(null, 204)
}

async function discard(c: ActVisit): Promise<Response> {
  signedIn(c)
  const { id, step } = (await readKept(c)).place
  await c.var.asPerson((db) => forgetKept(db, id ?? null, step))
  return c.var.seeOther(id === undefined ? newPracticePath : editPracticePath(id, step), 'practices.done-discarded')
}

export const keepingRoutes: readonly Route[] = [post(keptPath, keep), post(`${keptPath}/removal`, discard)]
