// Who may do what with a proposal; asked by actions and by views alike.
import { networkAudience } from '#kernel/audience.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'
import type { Proposal } from './proposal.ts'

type Known = Pick<Proposal, 'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state' | 'decision'>

/** Whoever belongs to the network: proposals are read there. */
export const mayPropose = (viewer: Viewer): boolean =>
  viewer.person !== undefined && viewer.audiences.includes(networkAudience)

/** The office of the network, not that of a forum: the thesaurus is one for all. */
export const mayDecideProposals = (viewer: Viewer): boolean =>
  viewer.person?.role === 'office' && viewer.person.forumId === null
export const mayDecide = (viewer: Viewer, { state }: Pick<Contribution, 'state'>): boolean =>
  state === 'published' && mayDecideProposals(viewer)

/** While nobody has decided. What was accepted belongs to all, and what was declined is an answer to others too. */
export const mayWithdrawProposal = (viewer: Viewer, proposal: Known): boolean =>
  proposal.state === 'published' && proposal.decision === undefined && maySteer(viewer, proposal)
