// A step of the form as a page: as it stands, as somebody typed it and was refused, or beside what somebody else saved.
import type { Child } from 'hono/jsx'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { onceMark } from '#platform/http/once.ts'
import type { ActVisit, PageVisit } from '#platform/http/visit.ts'
import type { ChangeRefusal } from './actions/change-practice.ts'
import { audiencesFor } from './audiences-for.ts'
import { contentOf, joinContents } from './content.ts'
import { type PracticeInput, practiceFields } from './inputs.ts'
import { drawListParts } from './list-parts.ts'
import { practicePath, practicesPath } from './paths.ts'
import { maySteerPractice } from './permissions.ts'
import type { Practice } from './practice.ts'
import { proposeConcepts } from './propose-concepts.ts'
import { getPractice } from './store.ts'
import type { Kept } from './store-kept.ts'
import { findRevision } from './store-revisions.ts'
import { fieldsOf, stepOf, type TellingStep } from './telling.ts'
import { typedFrom } from './typed.ts'
import { Changes } from './views/revisions-page.tsx'
import { TellingPage } from './views/telling-page.tsx'

/** Typed fields that stand on other steps: a form of another time, or a program, may send them all at once. */
export const carriedBeside = (step: TellingStep, typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' &&
      practiceFields.includes(name) &&
      name !== 'revision' &&
      !fieldsOf[step].includes(name)
        ? [[name, value]]
        : [],
    ),
  )

interface Shown {
  readonly step: TellingStep
  readonly typed: Typed
  readonly issues?: readonly Issue[]
  readonly practice?: Practice | undefined
  readonly kept?: readonly Kept[]
  readonly meanwhile?: Child
  readonly carried?: Readonly<Record<string, string>>
}

/** A step, empty or as typed; `db` is the page's or a fresh transaction of a POST that was refused. */
export async function drawStep(c: PageVisit | ActVisit, db: Db, shown: Shown): Promise<Response> {
  const { t, viewer, draw } = c.var
  if (viewer.person === undefined) throw forbidden()
  const { issues = [], practice, typed, kept = [], meanwhile } = shown
  const carried = { ...shown.carried, ...(practice === undefined ? { once: onceMark() } : {}) }
  const steers = practice === undefined || maySteerPractice(viewer, practice)
  const audiences = steers ? await audiencesFor(db, t.lang, practice) : undefined
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    ...(practice ? [{ label: practice.title, href: practicePath(practice.id, practice.title) }] : []),
  ]
  const instead = practice === undefined ? drawListParts(c, 'form') : []
  const props = { t, step: shown.step, typed, issues, practice, kept, meanwhile, carried, audiences, instead }
  return draw(
    { title: t(`practices.step-${shown.step}`), breadcrumb, status: issues.length > 0 ? 422 : 200 },
    <TellingPage {...props} proposed={proposeConcepts(typed)} />,
  )
}

const refusalFields: Record<ChangeRefusal, string> = {
  'audience-unknown': 'audience',
  'persons-unknown': 'persons',
  'persons-by-author': 'audience',
  widening: 'widen',
  'changed-meanwhile': '',
  incomplete: '',
}
export const issueOf = (refusal: ChangeRefusal): Issue => ({
  field: refusalFields[refusal],
  message: `practices.refusal-${refusal}`,
})

export interface Sent {
  readonly step: TellingStep | undefined
  /** As sent, and filled in with what was not sent. */
  readonly sent: Typed
  readonly typed: Typed
  readonly practice?: Practice
}

/** The same step with what was typed; where the trouble is on another step, that one. */
export const drawAgain = (
  c: ActVisit,
  { step, sent, typed, practice }: Sent,
  issues: readonly Issue[],
): Promise<Response> => {
  const [first] = issues
  const inSight =
    step !== undefined && (first === undefined || first.field === '' || fieldsOf[step].includes(first.field))
  const shown = inSight ? step : stepOf(first?.field ?? '')
  return c.var.asPerson((db) =>
    drawStep(c, db, { step: shown, typed, issues, practice, carried: carriedBeside(shown, sent) }),
  )
}

/** Somebody else saved the same field: theirs against what was typed, and saving again is then a decision. */
export async function drawBeside(c: ActVisit, sent: Sent, input: PracticeInput): Promise<Response> {
  const { t, asPerson } = c.var
  const [practice, base] = await asPerson(async (db) =>
    Promise.all([getPractice(db, sent.practice?.id, t.lang), findRevision(db, sent.practice?.id ?? 0, input.revision)]),
  )
  const joined = joinContents(base?.content ?? contentOf(practice), contentOf(practice), contentOf(input))
  const untouched = input.audience === String(base?.audienceId)
  const audience = untouched ? String(practice.audienceId) : input.audience
  const typed: Typed = { ...sent.typed, ...typedFrom({ ...practice, ...joined.content }), audience }
  const step = sent.step ?? stepOf(joined.conflicts[0] ?? '')
  const meanwhile = <Changes t={t} before={contentOf(practice)} after={joined.content} />
  const issues = [issueOf('changed-meanwhile')]
  // What was sent for other steps, joined as well: else saving again would put back what others changed there, unseen.
  const besides = Object.fromEntries(Object.keys(sent.sent).map((name) => [name, typed[name] ?? '']))
  const carried = carriedBeside(step, { ...besides, audience })
  return asPerson((db) => drawStep(c, db, { step, typed, issues, practice, meanwhile, carried }))
}
