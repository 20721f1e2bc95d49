// Handlers of proposing: the two forms, the list, one proposal, taking it back.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { readForm, readQuery } from '#platform/http/input.ts'
import { doOnce, onceMark } from '#platform/http/once.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { drawShared, readShared } from '../discussion/public.tsx'
import { propose } from './actions/propose.ts'
import { withdrawProposal } from './actions/withdraw-proposal.ts'
import { aboutQuery, conceptInput, labelInput, proposalListQuery } from './inputs.ts'
import { conceptNamed, nameOf } from './labels.ts'
import { conceptFormPath, labelFormPath, proposalPath, proposalsPath, thesaurusPath } from './paths.ts'
import { mayPropose } from './permissions.ts'
import type { Wish } from './proposal.ts'
import { getProposal } from './store.ts'
import { listProposals } from './store-lists.ts'
import { ProposalForm } from './views/proposal-form.tsx'
import { ProposalList } from './views/proposal-list.tsx'
import { ProposalPage } from './views/proposal-page.tsx'

export const crumbs = (c: AnyVisit) => [
  { label: c.var.t('vocabulary.title'), href: thesaurusPath },
  { label: c.var.t('vocabulary.proposals'), href: proposalsPath },
]

/** What was typed as a slug where it means a concept, else as it is: the form says what is wrong. */
export const meant = (c: AnyVisit, typed: string): string => conceptNamed(typed, c.var.t.lang, vocabulary()) ?? typed

/** In a form that was opened from a concept, it is fixed; elsewhere it is asked for by its name. */
const chosen = (c: AnyVisit, typed: Typed) => {
  const concept = vocabulary().find(String(typed['concept'] ?? ''))
  return concept === undefined ? undefined : { slug: concept.slug, name: nameOf(concept, c.var.t.lang) }
}

function drawForm(
  c: AnyVisit,
  adds: Wish['adds'],
  typed: Typed,
  issues: readonly Issue[],
): Response | Promise<Response> {
  const { t, draw } = c.var
  const page = { title: t(`vocabulary.propose-${adds}`), breadcrumb: crumbs(c) }
  const props = { t, adds, typed, issues, concept: chosen(c, typed), once: onceMark() }
  return draw({ ...page, status: issues.length > 0 ? 422 : 200 }, <ProposalForm {...props} />)
}

const showForm = (adds: Wish['adds']) => (c: PageVisit) => {
  if (!mayPropose(signedIn(c))) throw forbidden()
  const input = readQuery(c, aboutQuery)
  const { lang = c.var.t.lang, ...about } = input.valid ? input.value : aboutQuery.parse({})
  return drawForm(c, adds, { lang, ...about }, [])
}

const noWords = { english: '', meaning: '' }

async function proposeLabel(c: ActVisit): Promise<Response> {
  if (!mayPropose(signedIn(c))) throw forbidden()
  const input = await readForm(c, labelInput)
  if (!input.valid) return drawForm(c, 'label', input.typed, input.issues)
  return send(c, { ...noWords, ...input.value, adds: 'label', concept: meant(c, input.value.concept) }, input.typed)
}

async function proposeConcept(c: ActVisit): Promise<Response> {
  if (!mayPropose(signedIn(c))) throw forbidden()
  const input = await readForm(c, conceptInput)
  if (!input.valid) return drawForm(c, 'concept', input.typed, input.issues)
  return send(c, { ...input.value, adds: 'concept', concept: meant(c, input.value.concept) }, input.typed)
}

async function send(c: ActVisit, wish: Wish, typed: Typed): Promise<Response> {
  const viewer = signedIn(c)
  const outcome = await doOnce(viewer.person.id, { mark: typed['once'], sent: typed }, () =>
    propose(c.var.asPerson, viewer, wish, c.var.t.lang, c.var.now),
  )
  if (!outcome.done) return drawForm(c, wish.adds, typed, [outcome.issue])
  return c.var.seeOther(proposalPath(outcome.value, wish.label), 'vocabulary.done-proposed')
}

async function showList(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const input = readQuery(c, proposalListQuery)
  const { stage, page: number } = input.valid ? input.value : proposalListQuery.parse({})
  const { counts, ...page } = await listProposals(db, stage, number, t.lang)
  const graph = vocabulary()
  const items = page.items.map((line) => {
    const concept = graph.find(line.concept)
    return { ...line, about: concept && nameOf(concept, t.lang).text }
  })
  const props = { t, viewer, stage, page: { ...page, items }, counts }
  const about = { title: t('vocabulary.proposals'), breadcrumb: crumbs(c).slice(0, 1), styles: ['thesaurus.css'] }
  return draw(about, <ProposalList {...props} />)
}

async function showProposal(c: PageVisit): Promise<Response> {
  const { t, db, viewer, draw } = c.var
  const id = idFrom(c.req.param('address'))
  const [proposal, shared] = await Promise.all([getProposal(db, id, t.lang), readShared(c, 'proposal', id ?? 0)])
  const concept = vocabulary().find(proposal.concept)
  const name = concept === undefined ? undefined : nameOf(concept, t.lang)
  const props = { t, viewer, proposal, concept: name, ...drawShared(c, proposal, shared) }
  return draw({ title: proposal.title, breadcrumb: crumbs(c) }, <ProposalPage {...props} />)
}

async function withdraw(c: ActVisit): Promise<Response> {
  const id = idFrom(c.req.param('address'))
  const outcome = await withdrawProposal(c.var.asPerson, signedIn(c), id, c.var.now)
  if (!outcome.done) return c.var.seeOther(proposalPath(id ?? 0, ''), `vocabulary.refusal-${outcome.refusal}`)
  return c.var.seeOther(proposalsPath, 'vocabulary.done-withdrawn')
}

export const proposingRoutes: readonly Route[] = [
  get(proposalsPath, showList),
  get(labelFormPath, showForm('label')),
  post(labelFormPath, proposeLabel),
  get(conceptFormPath, showForm('concept')),
  post(conceptFormPath, proposeConcept),
  get('/proposals/:address', showProposal),
  post('/proposals/:address/withdrawal', withdraw),
]
