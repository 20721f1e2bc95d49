// What stands on the page of something that was asked as a member city: for whoever asked, their coordinator where they are told,
// and the office that answers for it. Everybody else sees the name of the city that is none, and nothing more.
import { isSignedIn } from '#kernel/viewer.ts'
import type { ContributionPart } from '#platform/feature.ts'
import { answersFor, findVeil, listLiftings } from '#trunk/veils.ts'
import { findUnnamed } from './store.ts'
import { VeilNote } from './views/veil-note.tsx'

export const veilNote: ContributionPart = {
  name: 'veils.note',
  kinds: ['question'],
  place: 'below',
  position: 5,
  draw: async (c, { id }) => {
    const { t, db, viewer } = c.var
    if (!isSignedIn(viewer)) return undefined
    const [veil, answers] = await Promise.all([findVeil(db, id, t.lang), answersFor(db, id)])
    // Of what has a name there is nothing behind it.
    if (veil === undefined && !(answers && (await findUnnamed(db, id)))) return undefined
    const liftings = await listLiftings(db, id, t.lang)
    return <VeilNote {...{ t, id, veil, liftings, answers }} own={veil?.personId === viewer.person.id} />
  },
}
