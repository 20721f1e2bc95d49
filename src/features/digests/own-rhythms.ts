// Parts whose things have each a rhythm of their own: asked, held, told and ended together, whichever feature hands them over.
import type { Db } from '#platform/db/database.ts'
import type { Gathered, OwnRhythms } from '#platform/digest-parts.ts'
import type { Feature } from '#platform/feature.ts'

export const ownRhythmsOf = (features: readonly Feature[]): OwnRhythms[] =>
  features.flatMap(({ digest = [] }) => digest).flatMap(({ own }) => own ?? [])

/** Of each of these persons; none for whoever wishes for nothing. */
export async function listOwnRhythms(
  features: readonly Feature[],
  db: Db,
  personIds: readonly number[],
): Promise<(personId: number) => readonly Gathered[]> {
  const chosen: ReadonlyMap<number, readonly Gathered[]>[] = []
  for (const own of ownRhythmsOf(features)) chosen.push(await own.chosen(db, personIds))
  return (personId) => [...new Set(chosen.flatMap((one) => one.get(personId) ?? []))]
}
