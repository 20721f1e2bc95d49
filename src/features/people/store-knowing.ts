// What persons told the whole network, for whoever decides whom to ask; as the system. What somebody shows to fewer counts for nothing.
import type { Db } from '#platform/db/database.ts'
import type { Experience } from '#platform/experience.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PeopleTables } from './tables.ts'

const told = (system: Db, ...fields: ('concept' | 'ask-concept' | 'language')[]) =>
  system
    .withTables<TrunkTables & PeopleTables>()
    .selectFrom('profile_entry as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .where('p.left_at', 'is', null)
    .where('e.audience_id', '=', 2)
    .where('e.field', 'in', fields)

/** Who says that they know about one of these concepts: as a topic, or in the words of "ask me about". */
export async function listKnowing(system: Db, concepts: readonly string[]): Promise<Experience[]> {
  if (concepts.length === 0) return []
  const rows = await told(system, 'concept', 'ask-concept')
    .select(['e.person_id as personId', 'p.organisation_id as organisationId', 'e.value'])
    .where('e.value', 'in', concepts)
    .orderBy('e.person_id')
    .orderBy('e.position')
    .execute()
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return [...byPerson.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            ...first,
            contribution: undefined,
            concepts: [...new Set([first.value, ...rest.map(({ value }) => value)])],
          },
        ],
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

/** Words of "ask me about" of which no topic is kept. */
export const listUnread = (system: Db): Promise<{ personId: number; text: string; lang: string | null }[]> =>
  system
    .withTables<TrunkTables & PeopleTables>()
    .selectFrom('profile_entry as e')
    .select(['e.person_id as personId', 'e.value as text', 'e.lang'])
    .where('e.field', '=', 'ask-me-about')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('profile_entry as k')
            .select('k.id')
            .whereRef('k.person_id', '=', 'e.person_id')
            .where('k.field', '=', 'ask-concept'),
        ),
      ),
    )
    .execute()

/** Seen as far as the words that they were found in. */
export const insertAskConcepts = (system: Db, personId: number, concepts: readonly string[]): Promise<unknown> =>
  system
    .withTables<PeopleTables>()
    .insertInto('profile_entry')
    .values(
      concepts.map((value, position) => ({ person_id: personId, field: 'ask-concept', value, position, lang: null })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
