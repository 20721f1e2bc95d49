// Handlers of deciding, for the office of the network.
import { idFrom } from '#kernel/address.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import { readForm } from '#platform/http/input.ts'
import { type ActVisit, type AnyVisit, get, type PageVisit, post, type Route, signedIn } from '#platform/http/visit.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { acceptProposal, type Wording } from './actions/accept-proposal.ts'
import { declineProposal } from './actions/decline-proposal.ts'
import { conceptDecision, labelDecision, refusalInput } from './inputs.ts'
import { nameOf } from './labels.ts'
import { proposalPath } from './paths.ts'
import { mayDecide } from './permissions.ts'
import type { Proposal } from './proposal.ts'
import { recallAdditions } from './recall-additions.ts'
import { crumbs, meant } from './routes-proposing.tsx'
import { getProposal } from './store.ts'
import { DecisionPage } from './views/decision-page.tsx'

/** The office sees the concept by its name and may write another. What was not written in English cannot be its note. */
const typedFrom = (c: AnyVisit, proposal: Proposal): Typed => {
  const { label, lang, english, writtenIn } = proposal
  const meaning = writtenIn === 'en' ? proposal.meaning : ''
  const concept = vocabulary().find(proposal.concept)
  const name = concept === undefined ? proposal.concept : nameOf(concept, c.var.t.lang).text
  return { concept: name, label, lang, english, meaning }
}

function drawDecision(
  c: AnyVisit,
  proposal: Proposal,
  typed: Typed,
  issues: readonly Issue[],
): Response | Promise<Response> {
  const { t, draw } = c.var
  const breadcrumb = [...crumbs(c), { label: proposal.title, href: proposalPath(proposal.id, proposal.title) }]
  const page = { title: t('vocabulary.decide'), breadcrumb, status: issues.length > 0 ? 422 : 200 } as const
  const concept = vocabulary().find(proposal.concept)
  const name = concept && nameOf(concept, t.lang)
  return draw(page, <DecisionPage t={t} proposal={proposal} concept={name} typed={typed} issues={issues} />)
}

async function showDecision(c: PageVisit): Promise<Response> {
  const proposal = await getProposal(c.var.db, idFrom(c.req.param('address')), c.var.t.lang)
  if (!mayDecide(c.var.viewer, proposal)) throw forbidden()
  return drawDecision(c, proposal, typedFrom(c, proposal), [])
}

async function findToDecide(c: ActVisit): Promise<Proposal> {
  const id = idFrom(c.req.param('address'))
  const proposal = await c.var.asPerson((db) => getProposal(db, id, c.var.t.lang))
  if (!mayDecide(signedIn(c), proposal)) throw forbidden()
  return proposal
}

/** Where the proposal now says who was faster, and what they decided. */
const decidedAlready = (c: ActVisit, { id, title }: Proposal): Response =>
  c.var.seeOther(proposalPath(id, title), 'vocabulary.refusal-decided')

async function readWording(c: ActVisit, { adds }: Proposal) {
  if (adds === 'concept') return readForm(c, conceptDecision)
  const input = await readForm(c, labelDecision)
  return input.valid ? { ...input, value: { ...input.value, english: '', meaning: '' } } : input
}

async function accept(c: ActVisit): Promise<Response> {
  const proposal = await findToDecide(c)
  const input = await readWording(c, proposal)
  if (proposal.decision !== undefined) return decidedAlready(c, proposal)
  if (!input.valid) return drawDecision(c, proposal, input.typed, input.issues)
  const wording: Wording = { ...input.value, concept: meant(c, input.value.concept) }
  const outcome = await acceptProposal(c.var.asPerson, signedIn(c), proposal.id, wording)
  if (!outcome.done)
    return outcome.refusal === 'decided'
      ? decidedAlready(c, proposal)
      : drawDecision(c, proposal, input.typed, [outcome.issue])
  // This process knows the words before it says so; the others hear of the fact.
  await c.var.asPerson(recallAdditions)
  return c.var.seeOther(proposalPath(proposal.id, proposal.title), 'vocabulary.done-accepted')
}

async function decline(c: ActVisit): Promise<Response> {
  const proposal = await findToDecide(c)
  const input = await readForm(c, refusalInput)
  if (proposal.decision !== undefined) return decidedAlready(c, proposal)
  if (!input.valid) return drawDecision(c, proposal, { ...typedFrom(c, proposal), ...input.typed }, input.issues)
  const outcome = await declineProposal(c.var.asPerson, signedIn(c), proposal.id, input.value.reason)
  if (!outcome.done) return decidedAlready(c, proposal)
  return c.var.seeOther(proposalPath(proposal.id, proposal.title), 'vocabulary.done-declined')
}

export const decidingRoutes: readonly Route[] = [
  get('/proposals/:address/decision', showDecision),
  post('/proposals/:address/acceptance', accept),
  post('/proposals/:address/refusal', decline),
]
