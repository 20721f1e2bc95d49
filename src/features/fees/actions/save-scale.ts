// Save a draft as it stands, faults and all.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { keepsBooks } from '../permissions.ts'
import { getScale } from '../store.ts'
import { type Content, replaceContent, waitForScale } from '../store-writing.ts'

export const saveScale = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  revision: number,
  content: Content,
): Promise<Outcome<number, 'no-draft' | 'changed'>> =>
  asPerson(async (db) => {
    // Whoever proposes it at the same moment waits, and then sees what was saved.
    if (id !== undefined) await waitForScale(db, id)
    const scale = await getScale(db, id)
    if (!keepsBooks(viewer, scale.forumId)) throw forbidden()
    if (scale.state !== 'draft') return refused('no-draft')
    if (!(await replaceContent(db, scale.id, revision, content))) return refused('changed')
    await recordFact(db, { name: 'fee-scale.saved', actor: viewer.person, data: { scale: scale.id } })
    return done(scale.id)
  })
