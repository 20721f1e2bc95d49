// The way every act about a membership walks: who, whose, nobody else at the same moment; then tried to be told, or done for good.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome } from '#kernel/outcome.ts'
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { changesBetween } from '../membership.ts'
import { type Figure, findSubject, listAddressNames, listFigures, listStretches, type Subject } from '../store.ts'
import { lockMember, undoneUnless } from '../store-acts.ts'
import type { Told } from '../told.ts'

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

/** What is told beside what changes about memberships, by what stands at this very moment; `figure`: the newest one. */
export type Say = (now: { readonly subject: Subject; readonly figure: Figure | undefined }) => readonly string[]

export interface Attempt<Refusal extends string> {
  readonly carry: Carry<Refusal>
  /** Organisations that the act will also concern. */
  readonly others?: readonly number[]
  readonly say?: Say
  /** Whether the person has said yes to exactly this. */
  readonly agreed: (told: Told) => boolean
  readonly now: Date
}

export interface Performed extends Told {
  /** False: it was only tried, and nothing of it stays. */
  readonly performed: boolean
}

/** Not agreed to, or refused on the way, nothing of it stays. */
export function perform<Refusal extends string>(
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  { carry, others = [], say = () => [], agreed, now }: Attempt<Refusal>,
): Promise<Outcome<Performed, Refusal>> {
  return asPerson(async (db) => {
    const { lang } = viewer.person
    const found = await findSubject(db, slug, lang)
    if (found === undefined) throw notFound()
    // In one order, so that two acts about the same members cannot wait for each other.
    for (const id of [...new Set([found.id, ...others])].sort((one, other) => one - other)) await lockMember(db, id)
    const subject = (await findSubject(db, slug, lang)) ?? found
    const [figure] = await listFigures(db, subject.id)
    const before = await listStretches(db, [subject.id, ...others], lang)
    const work = async (): Promise<Outcome<Performed, Refusal>> => {
      const outcome = await carry({ db, viewer, subject, now, today: dayOf(now) })
      if (!outcome.done) return outcome
      const after = await listStretches(db, [...new Set([subject.id, ...others, ...outcome.value])], lang)
      const fresh = outcome.value.filter((id) => id !== subject.id && !others.includes(id))
      const founded = await listAddressNames(db, fresh)
      const told = { sentences: say({ subject, figure }), changes: changesBetween(before, after), founded }
      return done({ ...told, performed: agreed(told) })
    }
    return undoneUnless(db, (outcome) => outcome.done && outcome.value.performed, work)
  })
}
