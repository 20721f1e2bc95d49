// Who may do what with an adoption; asked by actions and by views alike. It is one city's word: nobody of another city writes it.
import { belongsTo, type Viewer } from '#kernel/viewer.ts'
import { type Contribution, maySteer } from '#trunk/contributions.ts'

type Known = Pick<Contribution, 'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached' | 'state'>

/** A city takes over what another city does. */
export const mayAdopt = (viewer: Viewer, practice: Pick<Contribution, 'organisationId' | 'state'>): boolean =>
  viewer.person?.active === true && practice.state === 'published' && !belongsTo(viewer, practice.organisationId)
export const mayEditAdoption = (viewer: Viewer, adoption: Known): boolean =>
  adoption.state !== 'withdrawn' && maySteer(viewer, adoption)
export const mayWithdrawAdoption = (viewer: Viewer, adoption: Known): boolean =>
  adoption.state === 'published' && maySteer(viewer, adoption)
