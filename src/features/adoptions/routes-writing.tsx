// Handlers of telling: the form, sharing, changing, withdrawing.
import type { Child } from 'hono/jsx'
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { getPractice, type Practice, practicePath, practicesPath } from '../practices/public.ts'
import { type AdoptRefusal, adoptPractice } from './actions/adopt-practice.ts'
import { type ChangeRefusal, changeAdoption } from './actions/change-adoption.ts'
import { withdrawAdoption } from './actions/withdraw-adoption.ts'
import type { Adoption } from './adoption.ts'
import { typedFrom } from './content.ts'
import { type AdoptionInput, adoptionInput } from './inputs.ts'
import { adoptionPath, adoptPath, changeAdoptionPath } from './paths.ts'
import { mayAdopt, mayEditAdoption } from './permissions.ts'
import { findStanding, getAdoption, listColleagues, type Standing } from './store.ts'
import { listAdoptions } from './store-lists.ts'
import { AdoptionForm, type AdoptionFormProps } from './views/adoption-form.tsx'
import { Meanwhile } from './views/meanwhile.tsx'

type FormParts = Pick<AdoptionFormProps, 'title' | 'lead' | 'action' | 'cancel' | 'save' | 'meanwhile'> & {
  /** What the form belongs to. */
  readonly about: string
}

interface Asked {
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** Undefined where the place in the lineage is settled. */
  readonly practiceId?: number
  /** Lists of named persons can be kept, not chosen from a list. */
  readonly known: boolean
}

async function drawForm(c: AnyVisit, db: Db, parts: FormParts, asked: Asked): Promise<Response> {
  const { t, draw } = c.var
  const { typed, issues, practiceId, known } = asked
  const [audiences, colleagues, others] = await Promise.all([
    listAudiences(db, t.lang),
    listColleagues(db, signedIn(c).person.organisationId),
    practiceId === undefined ? [] : listAdoptions(db, practiceId, t.lang),
  ])
  const props = {
    ...parts,
    ...{ t, typed, issues, colleagues },
    audiences: audiences.filter(({ kind }) => known || kind !== 'persons'),
    others: others.map(({ id, organisationName }) => ({ id, name: organisationName })),
  }
  const breadcrumb = [
    { label: t('practices.title'), href: practicesPath },
    { label: parts.about, href: parts.cancel },
  ]
  return draw({ title: parts.title, breadcrumb, status: issues.length > 0 ? 422 : 200 }, <AdoptionForm {...props} />)
}

const adoptionForm = (c: AnyVisit, db: Db, practice: Practice, typed: Typed, issues: readonly Issue[]) => {
  const { t } = c.var
  const path = practicePath(practice.id, practice.title)
  const title = t('adoptions.adopt')
  const lead = (
    <>
      {t('adoptions.adopt-lead', { city: practice.organisationName })}{' '}
      <a href={path} lang={practice.lang}>
        {practice.title}
      </a>
    </>
  )
  const parts = { title, lead, action: adoptPath(practice.id), cancel: path, save: t('adoptions.share') }
  const about = practice.title
  return drawForm(c, db, { ...parts, about }, { typed, issues, practiceId: practice.id, known: false })
}

const changeForm = (
  c: AnyVisit,
  db: Db,
  adoption: Adoption,
  typed: Typed,
  issues: readonly Issue[],
  meanwhile?: Child,
) => {
  const { t } = c.var
  const action = changeAdoptionPath(adoption.id)
  const cancel = adoptionPath(adoption.id, adoption.title)
  const about = adoption.title
  const parts = { title: t('adoptions.edit-title'), about, action, cancel, save: t('adoptions.save'), meanwhile }
  return drawForm(c, db, parts, { typed, issues, known: true })
}

/** The city has one: it is opened, for changing where this person may. */
const toOwn = (c: AnyVisit, standing: Standing | undefined): Response | undefined =>
  standing?.own ? c.var.seeOther(adoptionPath(standing.own.id, standing.own.title), 'adoptions.already') : undefined

async function showAdoptForm(c: PageVisit): Promise<Response> {
  const { t, db, viewer } = c.var
  const { person } = signedIn(c)
  const practice = await getPractice(db, idFrom(c.req.param('address')), t.lang)
  if (!mayAdopt(viewer, practice)) throw forbidden()
  const own = toOwn(c, await findStanding(db, practice.id, person.organisationId))
  if (own !== undefined) return own
  // At first no wider than the practice; a practice for named persons, no wider than one's own city.
  const audiences = await listAudiences(db, t.lang)
  const same = audiences.find(({ id, kind }) => id === practice.audienceId && kind !== 'persons')
  const audience = same ?? audiences.find(({ kind }) => kind === 'organisation')
  const typed = { lang: t.lang, contactPerson: String(person.id), audience: String(audience?.id ?? '') }
  return adoptionForm(c, db, practice, typed, [])
}

async function showChangeForm(c: PageVisit): Promise<Response> {
  const { t, db, viewer } = c.var
  const adoption = await getAdoption(db, idFrom(c.req.param('address')), t.lang)
  if (!mayEditAdoption(viewer, adoption)) throw forbidden()
  return changeForm(c, db, adoption, typedFrom(adoption), [])
}

const issues: Record<Exclude<AdoptRefusal | ChangeRefusal, 'already'>, Issue> = {
  'audience-unknown': { field: 'audience', message: 'practices.refusal-audience-unknown' },
  'persons-unknown': { field: 'persons', message: 'practices.refusal-persons-unknown' },
  'persons-by-author': { field: 'audience', message: 'practices.refusal-persons-by-author' },
  widening: { field: 'widen', message: 'practices.refusal-widening' },
  'contact-unknown': { field: 'contactPerson', message: 'adoptions.refusal-contact-unknown' },
  'taken-from-unknown': { field: 'takenFrom', message: 'adoptions.refusal-taken-from-unknown' },
  'changed-meanwhile': { field: '', message: 'adoptions.refusal-changed-meanwhile' },
}

async function adopt(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  const input = await readForm(c, adoptionInput)
  const practice = await c.var.asPerson((db) => getPractice(db, id, c.var.t.lang))
  if (!mayAdopt(viewer, practice)) throw forbidden()
  const again = (wrong: readonly Issue[]) =>
    c.var.asPerson(async (db) => {
      const own = toOwn(c, await findStanding(db, practice.id, viewer.person.organisationId))
      return own ?? adoptionForm(c, db, practice, input.typed, wrong)
    })
  if (!input.valid) return again(input.issues)
  const outcome = await adoptPractice(c.var.asPerson, viewer, practice.id, input.value, c.var.now)
  if (!outcome.done) return again(outcome.refusal === 'already' ? [] : [issues[outcome.refusal]])
  return c.var.seeOther(adoptionPath(outcome.value.id, outcome.value.title), 'adoptions.done-shared')
}

/** Somebody else saved: theirs beside what was typed, and saving again is then a decision. */
const beside = (c: ActVisit, adoption: Adoption, input: AdoptionInput, typed: Typed): Promise<Response> =>
  c.var.asPerson(async (db) => {
    const now = await getAdoption(db, adoption.id, c.var.t.lang)
    const meanwhile = <Meanwhile t={c.var.t} theirs={now} mine={input} />
    const again = { ...typed, revision: String(now.revision) }
    return changeForm(c, db, now, again, [issues['changed-meanwhile']], meanwhile)
  })

async function change(c: ActVisit): Promise<Response> {
  const viewer = signedIn(c)
  const id = idFrom(c.req.param('address'))
  const input = await readForm(c, adoptionInput)
  const adoption = await c.var.asPerson((db) => getAdoption(db, id, c.var.t.lang))
  if (!mayEditAdoption(viewer, adoption)) throw forbidden()
  const again = (wrong: readonly Issue[]) => c.var.asPerson((db) => changeForm(c, db, adoption, input.typed, wrong))
  if (!input.valid) return again(input.issues)
  const outcome = await changeAdoption(c.var.asPerson, viewer, adoption.id, input.value, c.var.now)
  if (outcome.done) return c.var.seeOther(adoptionPath(outcome.value.id, outcome.value.title), 'adoptions.done-saved')
  if (outcome.refusal === 'changed-meanwhile') return beside(c, adoption, input.value, input.typed)
  return again([issues[outcome.refusal]])
}

async function withdraw(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await withdrawAdoption(c.var.asPerson, signedIn(c), id, c.var.now)
  if (!outcome.done) return c.var.seeOther(adoptionPath(id ?? 0, ''), 'adoptions.refusal-not-published')
  const { origin } = outcome.value
  const path = origin.known === 'shown' ? practicePath(origin.id, origin.title) : '/'
  return c.var.seeOther(path, 'adoptions.done-withdrawn')
}

export const writingRoutes: readonly Route[] = [
  get('/practices/:address/adoption', showAdoptForm),
  post('/practices/:address/adoption', adopt),
  get('/adoptions/:address/edit', showChangeForm),
  post('/adoptions/:address', change),
  post('/adoptions/:address/withdrawal', withdraw),
]
