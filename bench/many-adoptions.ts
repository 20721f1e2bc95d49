// Lets every city of the demonstration take over the newest public practice, to see how its lineage bears it; one in three from another city.
import type { Db } from '#platform/db/database.ts'
import { insertInventedContribution } from '#trunk/demonstration.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { insertAdoption } from '../src/features/adoptions/store.ts'

const stages = ['planned', 'running', 'stopped'] as const

const findNewest = (system: Db) =>
  system
    .withTables<TrunkTables>()
    .selectFrom('contribution')
    .select(['id', 'organisation_id as organisationId'])
    .where('kind', '=', 'practice')
    .where('state', '=', 'published')
    .where('audience_id', '=', 1)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

const listCities = (system: Db) =>
  system
    .withTables<TrunkTables>()
    .selectFrom('organisation')
    .select('id')
    .where('active', '=', true)
    .orderBy('id')
    .execute()

const textsOf = (number: number) => ({
  stage: stages[number % stages.length] ?? 'running',
  sinceYear: 2000 + (number % 25),
  sinceMonth: null,
  adapted: 'Adapted to our quarters.',
  result: 'More people use the path.',
  stoppedBecause: number % stages.length === 2 ? 'The money ended.' : '',
  contactId: null,
  contact: '',
})

/** Gives how many cities did. */
export async function insertManyAdoptions(system: Db): Promise<number> {
  const practice = await findNewest(system)
  const { id: author } = await system
    .withTables<TrunkTables>()
    .selectFrom('person')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const made: number[] = []
  for (const city of await listCities(system)) {
    if (city.id === practice.organisationId) continue
    const number = made.length
    const id = await insertInventedContribution(system, {
      ...{
        kind: 'adoption',
        title: `City ${city.id} does it too`,
        summary: '',
        lang: 'en',
        audienceId: 1,
        at: new Date(),
      },
      author: { id: author, organisationId: city.id },
    })
    const parentId = number % 3 === 2 ? (made[Math.floor(number / 2)] ?? null) : null
    await insertAdoption(system, id, textsOf(number), { practiceId: practice.id, parentId })
    made.push(id)
  }
  return made.length
}
