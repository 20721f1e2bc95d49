// The way every act about a membership walks: who, whose, nobody else at the same moment; then tried to be told, or done for good.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { type Change, changesBetween } from '../membership.ts'
import { findSubject, listStretches, type Subject } from '../store.ts'
import { lockMember, undoneUnless } from '../store-acts.ts'

/** What an act has at hand. */
export interface Acting {
  readonly db: Db
  readonly viewer: SignedIn
  readonly subject: Subject
  readonly now: Date
  /** YYYY-MM-DD */
  readonly today: string
}

/** What came of it: the organisations that it concerned, beside the one it is about. */
export type Carry<Refusal extends string> = (acting: Acting) => Promise<Outcome<readonly number[], Refusal>>

export interface Performed {
  readonly subject: Subject
  readonly changes: readonly Change[]
}

/** `others`: organisations that the act will also concern. Not confirmed, or refused on the way, nothing of it stays. */
export function perform<Refusal extends string>(
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  {
    carry,
    others = [],
    confirmed,
    now,
  }: { carry: Carry<Refusal>; others?: readonly number[]; confirmed: boolean; now: Date },
): Promise<Outcome<Performed, Refusal>> {
  return asPerson(async (db) => {
    const { lang } = viewer.person
    const found = await findSubject(db, slug, lang)
    if (found === undefined) throw notFound()
    // In one order, so that two acts about the same members cannot wait for each other.
    for (const id of [...new Set([found.id, ...others])].sort((one, other) => one - other)) await lockMember(db, id)
    const subject = (await findSubject(db, slug, lang)) ?? found
    const before = await listStretches(db, [subject.id, ...others], lang)
    const work = async (): Promise<Outcome<Performed, Refusal>> => {
      const outcome = await carry({ db, viewer, subject, now, today: dayOf(now) })
      if (!outcome.done) return outcome
      const after = await listStretches(db, [...new Set([subject.id, ...others, ...outcome.value])], lang)
      return done({ subject, changes: changesBetween(before, after) })
    }
    return undoneUnless(db, (outcome) => confirmed && outcome.done, work)
  })
}
