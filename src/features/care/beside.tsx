// What care hands to the page of every contribution: that it is hidden, muting it for oneself, and reporting it.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { findHiddenNote } from '#trunk/hiding.ts'
import { isMuted } from '#trunk/muting.ts'
import { isReportable } from './store.ts'
import { CareTools } from './views/care-tools.tsx'

export const careTools: ContributionPart = {
  name: 'care.tools',
  kinds: 'all',
  place: 'aside',
  position: 90,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const [note, muted, reportable] = await Promise.all([findHiddenNote(db, id), isMuted(db, id), isReportable(db, id)])
    return <CareTools t={t} contributionId={id} note={note} muted={muted} reportable={reportable} />
  },
}
