// Handlers of the office: begin a scale, edit its table, decide about it.
import { idFrom } from '#kernel/address.ts'
import { dayOf, type Lang } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { beginScale } from './actions/begin-scale.ts'
import { decideScale } from './actions/decide-scale.ts'
import { saveScale } from './actions/save-scale.ts'
import { faultsOf } from './faults.ts'
import { memberKinds } from './fee.ts'
import { newScaleInput, returnInput, tableInput } from './inputs.ts'
import { editPath, feesPath, newScalePath, scalePath } from './paths.ts'
import { keepsBooks, mayBeginScale, mayChangeScale } from './permissions.ts'
import { mostRows, readTable, typedFrom, withoutRow, withRow } from './read-table.ts'
import { crumbs, drawScale, styles, titleOf } from './routes.tsx'
import type { Decision } from './scale.ts'
import { getScale, listScales } from './store.ts'
import { type ForumName, listForumNames } from './store-writing.ts'
import { NewScalePage } from './views/new-scale-page.tsx'
import { ScaleForm } from './views/scale-form.tsx'

const sentence = (message: string): Issue => ({ field: '', message: `fees.refusal-${message}` })

async function drawNew(c: AnyVisit, db: Db, typed: Typed, issues: readonly Issue[]): Promise<Response> {
  const { t, viewer, draw } = c.var
  if (!mayBeginScale(viewer)) throw forbidden()
  const scales = (await listScales(db)).filter(({ forumId }) => keepsBooks(viewer, forumId))
  const page = { title: t('fees.new'), breadcrumb: crumbs(c), status: issues.length > 0 ? 422 : 200 } as const
  return draw(page, <NewScalePage t={t} scales={scales} typed={typed} issues={issues} />)
}

async function showNew(c: PageVisit): Promise<Response> {
  const { db, viewer, now } = c.var
  const newest = (await listScales(db)).find(({ forumId }) => keepsBooks(viewer, forumId))
  const year = Math.max(newest?.year ?? 0, Number(dayOf(now).slice(0, 4))) + 1
  return drawNew(c, db, { year: String(year), from: String(newest?.id ?? ''), whole: 'yes' }, [])
}

async function begin(c: ActVisit): Promise<Response> {
  const input = await readForm(c, newScaleInput)
  const again = (issues: readonly Issue[]) => c.var.asPerson((db) => drawNew(c, db, input.typed, issues))
  if (!input.valid) return again(input.issues)
  const outcome = await beginScale(c.var.asPerson, signedIn(c), input.value)
  if (!outcome.done) {
    const field = outcome.refusal === 'too-high' ? 'percent' : 'year'
    return again([{ field, message: `fees.refusal-${outcome.refusal}` }])
  }
  return c.var.seeOther(editPath(outcome.value), 'fees.done-begun')
}

/** Only the network passes something on. */
const listShareable = async (db: Db, { person }: SignedIn, lang: Lang): Promise<ForumName[]> =>
  person.forumId === null ? listForumNames(db, lang) : []

/** `issues` undefined: as it is saved, with the faults that it has. */
async function drawForm(c: AnyVisit, db: Db, again?: { readonly typed: Typed; readonly issues: readonly Issue[] }) {
  const { t, viewer, draw } = c.var
  const scale = await getScale(db, idFrom(c.req.param('id')))
  if (!mayChangeScale(viewer, scale)) throw forbidden()
  const [forums, shareable] = await Promise.all([listForumNames(db, t.lang), listShareable(db, signedIn(c), t.lang)])
  const title = titleOf(c, scale, forums)
  const { typed, issues } = again ?? { typed: typedFrom(scale, t.lang), issues: faultsOf(scale.brackets) }
  const refused = again !== undefined && issues.length > 0
  const breadcrumb = [...crumbs(c), { label: title, href: scalePath(scale.id) }]
  const props = { t, scale, title, typed, issues, refused, forums: shareable }
  return draw({ title: t('fees.edit'), breadcrumb, styles, status: refused ? 422 : 200 }, <ScaleForm {...props} />)
}

const showForm = (c: PageVisit): Promise<Response> => drawForm(c, c.var.db)

const tooMany: Issue = { field: '', message: 'fees.issue-rows', values: { most: mostRows } }

/** What a button of the table does to the rows; undefined: it saves. */
function rearranged(typed: Typed): Typed | undefined {
  const act = String(typed['act'] ?? '')
  const kind = memberKinds.find((one) => act === `add-${one}`)
  if (kind !== undefined) return withRow(typed, kind)
  const place = /^remove-(\d{1,3})$/.exec(act)?.[1]
  return place === undefined ? undefined : withoutRow(typed, Number(place))
}

async function save(c: ActVisit): Promise<Response> {
  const { asPerson, t } = c.var
  const { typed } = await readForm(c, tableInput)
  const again = (shown: Typed, issues: readonly Issue[]) => asPerson((db) => drawForm(c, db, { typed: shown, issues }))
  const changed = rearranged(typed)
  if (changed !== undefined) return again(changed, changed === typed ? [tooMany] : [])
  const forums = await asPerson((db) => listShareable(db, signedIn(c), t.lang))
  const table = readTable(
    typed,
    forums.map(({ id }) => id),
  )
  if (table.issues.length > 0) return again(typed, table.issues)
  const id = idFrom(c.req.param('id'))
  const outcome = await saveScale(asPerson, signedIn(c), id, table.revision, table)
  if (!outcome.done && outcome.refusal === 'changed') return again(typed, [sentence('changed')])
  if (!outcome.done) return c.var.seeOther(scalePath(id ?? 0), 'fees.refusal-not-now')
  const whole = faultsOf(table.brackets).length === 0
  return c.var.seeOther(
    whole ? scalePath(outcome.value) : editPath(outcome.value),
    whole ? 'fees.done-saved' : 'fees.done-saved-with-faults',
  )
}

async function decide(c: ActVisit, decision: Decision, reason = ''): Promise<Response> {
  const outcome = await decideScale(c.var.asPerson, signedIn(c), idFrom(c.req.param('id')), decision, reason)
  if (!outcome.done) return c.var.asPerson((db) => drawScale(c, db, {}, [sentence(outcome.refusal)]))
  return c.var.seeOther(decision === 'discarded' ? feesPath : scalePath(outcome.value), `fees.done-${decision}`)
}

async function sendBack(c: ActVisit): Promise<Response> {
  const input = await readForm(c, returnInput)
  if (input.valid) return decide(c, 'returned', input.value.reason)
  return c.var.asPerson((db) => drawScale(c, db, input.typed, input.issues))
}

export const writingRoutes: readonly Route[] = [
  get(newScalePath, showNew),
  post(feesPath, begin),
  get('/fees/:id/edit', showForm),
  post('/fees/:id', save),
  post('/fees/:id/proposal', (c) => decide(c, 'proposed')),
  post('/fees/:id/approval', (c) => decide(c, 'approved')),
  post('/fees/:id/discard', (c) => decide(c, 'discarded')),
  post('/fees/:id/return', sendBack),
]
