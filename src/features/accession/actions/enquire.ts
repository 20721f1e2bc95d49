// An enquiry by anybody: kept by the system, because nobody is signed in; the mail with the address goes out after the commit.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { EnquiryInput } from '../inputs.ts'
import { insertEnquiry, type RegisteredOrganisation } from '../store-enquiry.ts'

export type EnquiryRefusal = 'already-member' | 'unknown-organisation'

/** `registered`: the public register. Whether somebody is a member is public; whether somebody has enquired is not, so it is not asked. */
export async function enquire(
  system: Db,
  registered: readonly RegisteredOrganisation[],
  { registered: chosen, ...enquiry }: EnquiryInput,
  now: Date,
): Promise<Outcome<number, EnquiryRefusal>> {
  const organisation = registered.find(({ id }) => id === chosen)
  if (chosen !== null && organisation === undefined) return refused('unknown-organisation')
  if (organisation?.active) return refused('already-member')
  // What the register knows decides which office is responsible, not what was typed beside it.
  const known = organisation === undefined ? {} : { kind: organisation.kind, country: organisation.country }
  return done(await insertEnquiry(system, { ...enquiry, ...known, organisationId: chosen }, dayOf(now), now))
}
