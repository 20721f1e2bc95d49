// Who may do what in a file within reach; asked by actions and views alike, and once more by the policies of the database.
import type { Viewer } from '#kernel/viewer.ts'
import type { Accession, Side, StepKind } from './accession.ts'
import { stateOfFile, staysOpen } from './accession.ts'

type OfForum = Pick<Accession, 'forumId'>

/** The office that decides about it: of the forum whose membership comes first, else of the network. */
export const mayDecide = (viewer: Viewer, { forumId }: OfForum): boolean =>
  viewer.person?.role === 'office' && viewer.person.forumId === forumId

export const mayListAccessions = (viewer: Viewer): boolean => viewer.person?.role === 'office'

const ofOffice: readonly StepKind[] = ['admission', 'refusal']
const ofBoth: readonly StepKind[] = ['resolution', 'application', 'coalition', 'coordinator']
/** What came by letter is recorded by the office as well; only the city withdraws, only the office decides. */
const mayBeTakenBy: Readonly<Record<'city' | 'office', readonly StepKind[]>> = {
  city: [...ofBoth, 'withdrawal'],
  office: [...ofBoth, ...ofOffice],
}

/** Whoever reaches a file and does not decide about it is its city. */
export const sideOf = (viewer: Viewer, file: OfForum): Exclude<Side, 'software'> =>
  mayDecide(viewer, file) ? 'office' : 'city'

export const mayTakeStep = (viewer: Viewer, file: OfForum & Pick<Accession, 'steps'>, kind: StepKind): boolean =>
  mayBeTakenBy[sideOf(viewer, file)].includes(kind) && staysOpen(kind, stateOfFile(file))
/** The paper is the city's own; the office reads it. */
export const mayWritePaper = (viewer: Viewer, file: OfForum): boolean => sideOf(viewer, file) === 'city'

export const permissions = {
  'enquire about membership': 'anybody, at most so often; nobody learns who else has enquired',
  'read a file of accession':
    'whoever has its personal address; the coordinator of the city, once it is admitted; the office that decides: of a forum through which one joins, else of the network',
  'record a step':
    'the city: resolution, application, conditions, withdrawal; the office that decides: what came by letter, admission and refusal',
  'admit or refuse': 'the office that decides, once',
  'write the council paper': 'the city itself; the office that decides reads it',
} as const
