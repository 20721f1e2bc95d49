// Deciding about what was reported: it is hidden, with a reason that stands in its place, or left as it is.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { HidingInput } from '../inputs.ts'
import { findReport, hideReported, leaveReported } from '../store.ts'

export type Decision = ({ readonly hide: true } & HidingInput) | { readonly hide: false }

/** `decided`: somebody else was faster, or oneself was overruled about the same words before. */
export const decideReport = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  decision: Decision,
): Promise<Outcome<number, 'decided'>> =>
  asPerson(async (db) => {
    const report = id === undefined ? undefined : await findReport(db, id)
    if (report === undefined) throw notFound()
    if (!report.decides) throw forbidden()
    const { lang } = viewer.person
    const written = decision.hide
      ? (await hideReported(db, report.id, { ...decision, lang })) !== null
      : await leaveReported(db, report.id)
    return written ? done(report.id) : refused('decided')
  })
