// Handlers of one's own absence: saying it, ending it earlier.
import { dayOf } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { absenceInput } from './inputs.ts'
import { absenceEndPath, absencePath, ownProfileHref } from './paths.ts'
import { type Colleague, endAbsence, listColleagues, saveAbsence } from './store.ts'
import { AbsencePage } from './views/absence-form.tsx'

const again = (c: ActVisit, colleagues: readonly Colleague[], typed: Typed, issues: readonly Issue[]) => {
  const { t, draw, now } = c.var
  const props = { t, typed, issues, colleagues, today: dayOf(now), own: undefined }
  return draw({ title: t('absences.title'), status: 422 }, <AbsencePage {...props} />)
}

async function save(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  const colleagues = await c.var.asPerson((db) => listColleagues(db, person))
  const schema = absenceInput(
    dayOf(c.var.now),
    colleagues.map(({ id }) => id),
  )
  const input = await readForm(c, schema)
  if (!input.valid) return again(c, colleagues, input.typed, input.issues)
  const { awaySince: since, awayUntil: until, substitute: substituteId } = input.value
  const saved = await c.var.asPerson((db) => saveAbsence(db, person, { since, until, substituteId }))
  if (!saved) {
    const others = await c.var.asPerson((db) => listColleagues(db, person))
    return again(c, others, input.typed, [{ field: 'substitute', message: 'absences.issue-substitute' }])
  }
  return c.var.seeOther(ownProfileHref, 'absences.done-saved')
}

async function end(c: ActVisit): Promise<Response> {
  const { person } = signedIn(c)
  await c.var.asPerson((db) => endAbsence(db, person.id))
  return c.var.seeOther(ownProfileHref, 'absences.done-ended')
}

export const routes: readonly Route[] = [post(absencePath, save), post(absenceEndPath, end)]
