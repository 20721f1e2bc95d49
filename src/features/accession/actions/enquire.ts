// An enquiry by anybody; the mail with the address goes out after the commit.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { EnquiryInput } from '../inputs.ts'
import { listRegistered, takeEnquiry } from '../store-enquiry.ts'

export type EnquiryRefusal = 'already-member' | 'unknown-organisation' | 'year-ahead'

/** Whether somebody is a member is public; whether somebody has enquired is not, so that is not asked. */
export const enquire = (
  asPerson: AsPerson,
  viewer: Viewer,
  { registered: chosen, ...enquiry }: EnquiryInput,
  now: Date,
): Promise<Outcome<number, EnquiryRefusal>> =>
  asPerson(async (db) => {
    if (chosen !== null && !(await listRegistered(db, enquiry.lang)).some(({ id }) => id === chosen))
      return refused('unknown-organisation')
    if (enquiry.populationYear > Number(dayOf(now).slice(0, 4))) return refused('year-ahead')
    const id = await takeEnquiry(db, { ...enquiry, organisationId: chosen }, dayOf(now))
    if (id === null) return refused('already-member')
    const actor = viewer.person === undefined ? {} : { actor: viewer.person }
    await recordFact(db, { ...actor, name: 'enquiry.received', data: { accession: id } })
    return done(id)
  })
