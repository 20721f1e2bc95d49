// Begin a scale for a year: from nothing, or from another one with a percentage.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { NewScaleInput } from '../inputs.ts'
import { keepsBooks, mayBeginScale } from '../permissions.ts'
import { indexed, isKeepable } from '../scale.ts'
import { getScale } from '../store.ts'
import { type Content, insertScale, isInvoiced } from '../store-writing.ts'

const nothing: Content = { firstYear: 'full', brackets: [], shares: [] }

/** Only of the same issuer: another one's members and money are different ones. */
async function contentFrom(db: Db, viewer: SignedIn, { from, percent, whole }: NewScaleInput) {
  if (from === undefined) return { content: nothing, illustrative: false }
  const scale = await getScale(db, from)
  if (!keepsBooks(viewer, scale.forumId)) throw forbidden()
  const brackets = scale.brackets.map((one) => indexed(one, percent, whole))
  return { content: { ...scale, brackets }, illustrative: scale.illustrative }
}

export const beginScale = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: NewScaleInput,
): Promise<Outcome<number, 'invoiced' | 'open' | 'too-high'>> =>
  asPerson(async (db) => {
    if (!mayBeginScale(viewer)) throw forbidden()
    const { forumId } = viewer.person
    const { year } = input
    if (await isInvoiced(db, forumId, year)) return refused('invoiced')
    const { content, illustrative } = await contentFrom(db, viewer, input)
    if (!content.brackets.every(isKeepable)) return refused('too-high')
    const id = await insertScale(db, { forumId, year, illustrative }, content)
    if (id === undefined) return refused('open')
    // Without an audience: what an office prepares is known to it alone.
    await recordFact(db, { name: 'fee-scale.begun', actor: viewer.person, data: { scale: id } })
    return done(id)
  })
