// What bookmarks hand to the page of every contribution, whatever its kind.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { listPlaces } from './store-bookmarks.ts'
import { Keep } from './views/keep.tsx'

export const keepTool: ContributionPart = {
  name: 'bookmarks.keep-tool',
  kinds: 'all',
  place: 'tools',
  position: 50,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const places = await listPlaces(db, id, viewer.person.id, t.lang)
    return <Keep t={t} viewer={viewer} contributionId={id} places={places} />
  },
}
