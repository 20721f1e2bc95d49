// All that is known of one member's membership within a viewer's reach, and what that viewer may do about it.
import { dayOf, type Lang } from '#kernel/locale.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import type { Known } from './history.ts'
import { phaseOn } from './membership.ts'
import { type ActName, actNames } from './paths.ts'
import { isConcerned, mayAct, mayResign, maySuspend } from './permissions.ts'
import * as store from './store.ts'

export interface MemberHistory extends Known {
  readonly figures: readonly store.Figure[]
  /** Standing ones. */
  readonly notices: readonly (store.Resignation & { readonly mayWithdraw: boolean })[]
  /** Suspensions that are not over yet. */
  readonly running: readonly (store.Suspension & { readonly mayLift: boolean })[]
  readonly acts: readonly ActName[]
}

type Confidential = Pick<Known, 'resignations' | 'suspensions'>

/** The database gives nobody else any; those whom it does not concern need not be asked about. */
const readConfidential = async (db: Db, viewer: Viewer, { id, memberships }: store.Subject): Promise<Confidential> =>
  isConcerned(viewer, id, memberships)
    ? { resignations: await store.listResignations(db, id), suspensions: await store.listSuspensions(db, id) }
    : { resignations: [], suspensions: [] }

function standing(viewer: Viewer, { memberships }: store.Subject, known: Confidential, today: string) {
  const of = (id: number) => memberships.find((one) => one.id === id)
  const notices = known.resignations.flatMap((notice) => {
    const membership = of(notice.membershipId)
    const stands = membership?.closing === 'resignation' && phaseOn(membership, today) !== 'ended'
    if (membership === undefined || notice.withdrawnAt !== null || !stands) return []
    return [{ ...notice, mayWithdraw: mayResign(viewer, membership) }]
  })
  const running = known.suspensions
    .filter(({ beginsOn, endsOn }) => endsOn === null || (endsOn >= today && endsOn >= beginsOn))
    .map((one) => {
      const membership = of(one.membershipId)
      return { ...one, mayLift: membership !== undefined && maySuspend(viewer, membership) }
    })
  return { notices, running }
}

/** Undefined: there is no such organisation. */
export async function readHistory(
  db: Db,
  viewer: Viewer,
  slug: string,
  { lang, now }: { readonly lang: Lang; readonly now: Date },
): Promise<MemberHistory | undefined> {
  const subject = await store.findSubject(db, slug, lang)
  if (subject === undefined) return undefined
  const confidential = await readConfidential(db, viewer, subject)
  return {
    subject,
    ...confidential,
    ...standing(viewer, subject, confidential, dayOf(now)),
    renamings: await store.listRenamings(db, subject.id, lang),
    successions: await store.listSuccessions(db, subject.id, lang),
    figures: await store.listFigures(db, subject.id),
    acts: actNames.filter((act) => mayAct(viewer, act, subject.memberships)),
  }
}
