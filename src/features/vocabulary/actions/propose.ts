// Propose a label or a concept: read and discussed by the whole network at once, decided by its office.
import { networkAudience } from '#kernel/audience.ts'
import { type Done, done, type Issue, type Refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { vocabulary } from '#thesaurus/vocabulary.ts'
import { createContribution, publishContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { judgeWish } from '../judge-wish.ts'
import { mayPropose } from '../permissions.ts'
import type { Wish } from '../proposal.ts'
import { insertProposal } from '../store.ts'

export type Unfit = Refused<'unfit'> & { readonly issue: Issue }
export const unfit = (issue: Issue): Unfit => ({ done: false, refusal: 'unfit', issue })

/** Gives its id. The texts are in the language of the page that they were written on. */
export const propose = (
  asPerson: AsPerson,
  viewer: SignedIn,
  wish: Wish,
  writtenIn: string,
  now: Date,
): Promise<Done<number> | Unfit> =>
  asPerson(async (db) => {
    if (!mayPropose(viewer)) throw forbidden()
    const judged = judgeWish(wish, vocabulary(), writtenIn, false)
    if (!judged.fits) return unfit(judged.issue)
    const { label: title, lang, concept } = wish
    const fresh = { kind: 'proposal', title, summary: '', lang, concepts: [concept], audienceId: networkAudience }
    const id = await createContribution(db, viewer.person, fresh)
    await insertProposal(db, id, wish, writtenIn)
    await publishContribution(db, id, now)
    await recordFact(db, {
      name: 'proposal.published',
      actor: viewer.person,
      contributionId: id,
      audienceId: networkAudience,
    })
    return done(id)
  })
