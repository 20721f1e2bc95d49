// What persons told the whole network, for whoever decides whom to ask; as the system. What somebody shows to fewer counts for nothing.
import type { Db } from '#platform/db/database.ts'
import type { Experience } from '#platform/experience.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PeopleTables } from './tables.ts'

const told = (system: Db, field: 'concept' | 'language') =>
  system
    .withTables<TrunkTables & PeopleTables>()
    .selectFrom('profile_entry as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .where('p.left_at', 'is', null)
    .where('e.audience_id', '=', 2)
    .where('e.field', '=', field)

/** Who says that they know about one of these concepts. */
export async function listKnowing(system: Db, concepts: readonly string[]): Promise<Experience[]> {
  if (concepts.length === 0) return []
  const rows = await told(system, 'concept')
    .select(['e.person_id as personId', 'p.organisation_id as organisationId', 'e.value'])
    .where('e.value', 'in', concepts)
    .orderBy('e.person_id')
    .orderBy('e.position')
    .execute()
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return [...byPerson.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, contribution: undefined, concepts: [first.value, ...rest.map(({ value }) => value)] }],
  )
}

/** The languages that each of these persons says they speak; who says none is not in it. */
export async function listLanguages(system: Db, persons: readonly number[]): Promise<Map<number, string[]>> {
  if (persons.length === 0) return new Map()
  const rows = await told(system, 'language')
    .select(['e.person_id', 'e.value'])
    .where('e.person_id', 'in', persons)
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([id, entries]) => [id, entries.map(({ value }) => value)]),
  )
}
