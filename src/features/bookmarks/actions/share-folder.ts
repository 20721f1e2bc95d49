// Share a folder with one's own city or a room that one is in, or with nobody any more.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { listCircles } from '../circles.ts'
import { mayArrange } from '../permissions.ts'
import { changeFolder, getFolder } from '../store.ts'

/** `audienceId` null: its owner's alone. Gives the folder's id. */
export const shareFolder = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  audienceId: number | null,
): Promise<Outcome<number, 'audience-unknown'>> =>
  asPerson(async (db) => {
    const folder = await getFolder(db, id, viewer.person.lang)
    if (!mayArrange(viewer, folder)) throw forbidden()
    const offered = await listCircles(db, viewer)
    if (audienceId !== null && !offered.some((circle) => circle.id === audienceId)) return refused('audience-unknown')
    await changeFolder(db, folder.id, { audience_id: audienceId })
    return done(folder.id)
  })
