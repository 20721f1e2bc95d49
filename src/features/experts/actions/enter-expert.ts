// Somebody vouches for an institution, and for the person in it who is asked by mail whether they may be named.
import { done, type Outcome } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ExpertInput } from '../inputs.ts'
import { mayEnterExperts } from '../permissions.ts'
import { insertAsked, insertExpert } from '../store.ts'

/** Gives the id of the entry. */
export const enterExpert = (
  asPerson: AsPerson,
  viewer: SignedIn,
  input: ExpertInput,
): Promise<Outcome<number, never>> =>
  asPerson(async (db) => {
    if (!mayEnterExperts(viewer)) throw forbidden()
    const id = await insertExpert(db, viewer, input)
    const { name, function: duty, email, mailLang } = input
    if (name !== '') await insertAsked(db, id, { name, function: duty, email, lang: mailLang })
    await recordFact(db, { name: 'expert.entered', actor: viewer.person, data: { expert: id } })
    return done(id)
  })
