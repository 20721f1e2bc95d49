// Where a reported or hidden thing stands, for whoever reaches it.
import type { Db } from '#platform/db/database.ts'
import type { AnyVisit } from '#platform/http/visit.ts'
import { type Contribution, findAnyContribution } from '#trunk/contributions.ts'
import type { Place } from './care.ts'

export const pathOf = (c: AnyVisit, { kind, id, title }: Pick<Contribution, 'kind' | 'id' | 'title'>): string =>
  c.var.kinds.get(kind)?.path(id, title) ?? '/'

/** Undefined where it is out of reach. */
export async function hrefOf(c: AnyVisit, db: Db, place: Place | undefined): Promise<string | undefined> {
  if (place === undefined) return undefined
  const thing = await findAnyContribution(db, place.contributionId, c.var.t.lang)
  if (thing === undefined) return undefined
  return place.replyId === null ? pathOf(c, thing) : `${pathOf(c, thing)}#reply-${place.replyId}`
}
