// What a form offers as audiences.
import type { Audience } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { listAudiences } from '#trunk/audiences.ts'
import type { Contribution } from '#trunk/contributions.ts'

/**
 * For something new (`thing` undefined) those within reach, without lists of named persons, which are made by naming them.
 * Else also the one that it has although it does not reach its author any more: a list would begin at the widest, unasked.
 */
export async function audiencesFor(
  db: Db,
  lang: Lang,
  thing: Pick<Contribution, 'audienceId' | 'audienceKind'> | undefined,
): Promise<Audience[]> {
  const all = await listAudiences(db, lang)
  if (thing === undefined) return all.filter(({ kind }) => kind !== 'persons')
  const known = all.some(({ id }) => id === thing.audienceId)
  return known ? all : [{ id: thing.audienceId, kind: thing.audienceKind, name: null }, ...all]
}
