// The front door: what neighbours may use of the register.
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { type SizeClass, sizeClassOf } from './member.ts'
import { listNames } from './store.ts'

export { memberName } from './member.ts'
export { memberPath, membersPath } from './paths.ts'

/** Organisation's id → its name in the reader's language; organisations without one are not among them. */
export const memberNames = async (db: Db, ids: readonly number[], lang: Lang): Promise<ReadonlyMap<number, string>> =>
  new Map(
    (await listNames(db, [...new Set(ids)])).flatMap(({ id, names }) => {
      const name = names[lang]
      return name === undefined ? [] : [[id, name] as const]
    }),
  )

/** `from-100000` for 100,000 to 249,999 inhabitants; undefined where the number is unknown. Words: `members.size-<band>`. */
export const populationBand = (population: number | null): SizeClass | undefined => sizeClassOf(population)

export { findMember } from './store.ts'
