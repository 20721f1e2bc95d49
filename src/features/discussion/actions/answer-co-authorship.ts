// Say yes to writing together, or end it: oneself, or somebody else by whoever steers the contribution.
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { endCoAuthorship, joinAsCoAuthor, listCoAuthors } from '#trunk/co-authors.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import { mayNameCoAuthors } from '../permissions.ts'

async function get(db: Db, viewer: SignedIn, id: number | undefined): Promise<Contribution> {
  const thing = id === undefined ? undefined : await findAnyContribution(db, id, viewer.person.lang)
  if (thing === undefined) throw notFound()
  return thing
}

/** A second yes changes nothing; whoever was not asked is refused. */
export const joinWriting = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  now: Date,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const thing = await get(db, viewer, contributionId)
    if (await joinAsCoAuthor(db, thing.id, viewer.person.id, now)) {
      await recordFact(db, { name: 'co-author.joined', actor: viewer.person, contributionId: thing.id })
      await watch(db, viewer.person.id, thing.id)
    } else if (!thing.coAuthored) throw forbidden()
    return thing
  })

/** Ending what had ended already, or never was, changes nothing and is no fact. */
export const endWriting = (
  asPerson: AsPerson,
  viewer: SignedIn,
  contributionId: number | undefined,
  personId: number | undefined,
): Promise<Contribution> =>
  asPerson(async (db) => {
    const thing = await get(db, viewer, contributionId)
    const whose = personId ?? viewer.person.id
    if (whose !== viewer.person.id && !mayNameCoAuthors(viewer, thing)) throw forbidden()
    const named = await listCoAuthors(db, thing.id, viewer.person.lang)
    if (!named.some(({ personId: one }) => one === whose)) return thing
    // The fact first: whoever ends their own part in a draft does not see it any more afterwards.
    const about = { actor: viewer.person, contributionId: thing.id, data: { person: whose } }
    await recordFact(db, { name: 'co-author.ended', ...about })
    await endCoAuthorship(db, thing.id, whose)
    return thing
  })
