// Fills a running demonstration with many practices, and the newest with a long lineage, to see how pages bear them:
// `DATA_DIR=… node bench/many-practices.ts --practices 10000`. Only into a database that is thrown away.
// Texts are put together from the collected practices; 70 of 100 are public, 20 for the network, 10 for one organisation.
import { createHmac } from 'node:crypto'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { loadConfig } from '#platform/config.ts'
import { type Db, openDatabase } from '#platform/db/database.ts'
import { runningServer } from '#platform/db/embedded-server.ts'
import { databaseAccess } from '#platform/db/roles.ts'
import { topConcepts, withNarrower } from '#thesaurus/vocabulary.ts'
import { listPublishedIds } from '#trunk/contributions.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { isEvidenceLevel, type Practice, type PracticeTexts, partNames } from '../src/features/practices/practice.ts'
import { getPractice, insertPractice } from '../src/features/practices/store.ts'
import { insertDemonstration } from '../src/features/practices/store-demonstration.ts'
import { insertManyAdoptions } from './many-adoptions.ts'

/** The same numbers on every machine (Mulberry32, public domain). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const roll = dice(2026)
function oneOf<Value>(values: readonly Value[]): Value {
  const value = values[Math.floor(roll() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

/** Few concepts stand on many practices, most on few, as in any library. */
function someConcepts(): string[] {
  const count = 2 + Math.floor(roll() * 4)
  const field = () => topConcepts()[Math.floor(roll() ** 2 * topConcepts().length)] ?? 'lighting'
  const chosen = Array.from({ length: count }, () => (roll() < 0.5 ? field() : oneOf(withNarrower(field()))))
  return [...new Set(chosen)].sort()
}

interface Author {
  readonly id: number
  readonly slug: string
  readonly audience: number
}
const listAuthors = (system: Db) =>
  system
    .withTables<TrunkTables>()
    .selectFrom('organisation as o')
    .innerJoin('audience as a', 'a.organisation_id', 'o.id')
    .select([
      sql<number>`coalesce((select min(p.id) from person p where p.organisation_id = o.id), (select min(id) from person))`.as(
        'id',
      ),
      'o.slug',
      'a.id as audience',
    ])
    .execute()

const audienceFor = (author: Author): number => {
  const part = roll()
  if (part < 0.7) return 1
  return part < 0.9 ? 2 : author.audience
}

function textsFrom(known: readonly Practice[], lang: string): PracticeTexts {
  const alike = known.filter((practice) => practice.lang === lang)
  const parts = Object.fromEntries(partNames.map((name) => [name, oneOf(alike)[name]])) as Record<
    (typeof partNames)[number],
    string
  >
  const level = Math.floor(roll() * 6)
  const evidence = isEvidenceLevel(level) ? level : null
  const yearStart = 1995 + Math.floor(roll() * 30)
  return { ...parts, measuredWhen: '', yearStart, yearEnd: null, evidence, sources: oneOf(alike).sources }
}

async function insertOne(
  system: Db,
  known: readonly Practice[],
  authors: readonly Author[],
  number: number,
): Promise<void> {
  const author = oneOf(authors)
  const model = oneOf(known)
  const id = await insertDemonstration(system, {
    title: `${model.title} – ${author.slug} ${number}`,
    summary: oneOf(known.filter(({ lang }) => lang === model.lang)).summary,
    lang: model.lang,
    concepts: someConcepts(),
    author_id: author.id,
    organisationSlug: author.slug,
    audience_id: audienceFor(author),
    state: 'published',
    at: new Date(Date.now() - Math.floor(roll() * 5 * 365 * 86_400_000)),
  })
  if (id !== undefined) await insertPractice(system, id, textsFrom(known, model.lang), true)
}

const batch = 500

/** As the system and without facts: the search index is not asked to follow; `vicinia reindex` does that. */
export async function insertManyPractices(system: Db, count: number): Promise<void> {
  const ids = await listPublishedIds(system, 'practice')
  const known = await Promise.all(ids.map((id) => getPractice(system, id, 'en')))
  const authors = await listAuthors(system)
  for (let done = 0; done < count; done += batch)
    await system.transaction().execute(async (transaction) => {
      for (let number = done; number < Math.min(done + batch, count); number += 1)
        await insertOne(transaction, known, authors, number)
    })
}

/** Into the database of the Vicinia that runs on this DATA_DIR, or of DATABASE_URL. */
export async function fillRunning(
  environment: Readonly<Record<string, string | undefined>>,
  count: number,
): Promise<void> {
  const config = loadConfig(environment)
  if (!config.done) throw new Error(config.refusal)
  const { databaseUrl, dataDir, secret } = config.value
  const password = createHmac('sha256', secret).update('vicinia_owner').digest('hex')
  const owner = databaseUrl === undefined ? runningServer(dataDir, password) : { connectionString: databaseUrl }
  const database = openDatabase(databaseAccess(owner, secret))
  await insertManyPractices(database.system, count)
    .then(() => insertManyAdoptions(database.system))
    .finally(() => database.close())
  // What the server would do by itself within a minute: plans made for eighty rows do not fit ten thousand.
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('vacuum (analyze) contribution, practice, adoption, adoption_origin, adoption_parent')
  await client.end()
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { practices: { type: 'string', default: '10000' } } })
  const begun = performance.now()
  await fillRunning(process.env, Number(values.practices))
  process.stdout.write(`${values.practices} practices in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
}
