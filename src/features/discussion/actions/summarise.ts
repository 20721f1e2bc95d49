// Say on top of a thread what came of it: whoever steers what was asked writes it, and may write it anew.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { tellsWho } from '#trunk/own-names.ts'
import type { SummaryInput } from '../inputs.ts'
import { maySummarise } from '../permissions.ts'
import { findSummary, insertSummary } from '../store-summary.ts'

export async function getSteered(db: Db, viewer: SignedIn, id: number | undefined): Promise<Contribution> {
  const thing = id === undefined ? undefined : await findAnyContribution(db, id, viewer.person.lang)
  if (thing === undefined) throw notFound()
  if (!maySummarise(viewer, thing)) throw forbidden()
  return thing
}

/** Each wording is kept. Saved without a difference nothing is written. */
export const summarise = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  { text, lang, number }: SummaryInput,
): Promise<Outcome<Contribution, 'changed-meanwhile' | 'names-itself'>> =>
  asPerson(async (db) => {
    const thing = await getSteered(db, viewer, id)
    const before = await findSummary(db, thing.id)
    if (before?.text === text && before.lang === lang) return done(thing)
    if (thing.veiled && (await tellsWho(db, viewer.person, text))) return refused('names-itself')
    if ((before?.number ?? 0) !== number) return refused('changed-meanwhile')
    if (!(await insertSummary(db, thing.id, { number: number + 1, text, lang }))) return refused('changed-meanwhile')
    const { audienceId } = thing
    await recordFact(db, { name: 'summary.written', actor: viewer.person, contributionId: thing.id, audienceId })
    return done(thing)
  })
