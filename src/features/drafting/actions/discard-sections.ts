// Discard what was read out of a file; the file itself stays where it is attached.
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { getPractice, mayEditPractice, type Practice } from '../../practices/public.ts'
import { forgetSections } from '../store.ts'

export const discardSections = (asPerson: AsPerson, viewer: SignedIn, id: number | undefined): Promise<Practice> =>
  asPerson(async (db) => {
    const practice = await getPractice(db, id, viewer.person.lang)
    if (!mayEditPractice(viewer, practice)) throw forbidden()
    await forgetSections(db, practice.id)
    return practice
  })
