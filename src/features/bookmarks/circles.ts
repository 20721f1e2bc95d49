// With whom a folder can be shared: one's own city, and each room that one is in.
import type { Audience } from '#kernel/audience.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { listAudiences } from '#trunk/audiences.ts'

/** An audience that one made but is not in (named persons) is offered elsewhere; here only what reaches the person. */
export const listCircles = async (db: Db, { person, audiences }: SignedIn): Promise<Audience[]> =>
  (await listAudiences(db, person.lang)).filter(
    ({ id, kind }) => audiences.includes(id) && (kind === 'organisation' || kind === 'room'),
  )
