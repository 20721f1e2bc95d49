// Every query of persons and what they tell about themselves; row-level security leaves out what is not for the viewer.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Person } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { conceptsInText } from '#thesaurus/tagger.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import { organisationBelongs } from '../members/public.ts'
import type { DirectoryQuery } from './inputs.ts'
import {
  type Consents,
  type Entry,
  type EntryField,
  entriesOf,
  type PersonCard,
  type ProfileTexts,
  textsOf,
} from './profile.ts'
import { saveConsents } from './store-consent.ts'
import type { PeopleTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PeopleTables>()

const persons = (db: Db) =>
  tablesOf(db)
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .where('p.left_at', 'is', null)

type Persons = ReturnType<typeof persons>

const cards = (query: Persons, lang: Lang) =>
  query.select([
    'p.id',
    'p.slug',
    'p.name',
    'p.lang',
    'p.invented',
    'o.id as organisationId',
    organisationName(lang).as('organisationName'),
    'o.slug as organisationSlug',
    'o.country',
    sql<
      Entry[]
    >`coalesce((select jsonb_agg(jsonb_build_object('field', e.field, 'value', e.value, 'lang', e.lang) order by e.field, e.position)
      from profile_entry e where e.person_id = p.id), '[]')`.as('entries'),
  ])

const cardFrom = ({ entries, ...row }: { entries: Entry[] } & Omit<PersonCard, keyof ProfileTexts>): PersonCard => ({
  ...row,
  ...textsOf(entries, row.lang),
})

const tells = (query: Persons, field: EntryField, value: string): Persons =>
  query.where((where) =>
    where.exists(
      where
        .selectFrom('profile_entry as e')
        .select('e.id')
        .whereRef('e.person_id', '=', 'p.id')
        .where('e.field', '=', field)
        .where('e.value', '=', value),
    ),
  )

const patternOf = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean).slice(0, 8)

/** Every word must appear in the name, the city or something the person tells the viewer; none of them ranks higher. */
const says = (query: Persons, word: string): Persons => {
  const pattern = patternOf(word)
  return query.where(
    sql<boolean>`(p.name ilike ${pattern} or o.name ilike ${pattern}
      or exists (select 1 from jsonb_each_text(o.names) known where known.value ilike ${pattern})
      or exists (select 1 from profile_entry e where e.person_id = p.id
      and e.field in ('function', 'function-en', 'ask-me-about') and e.value ilike ${pattern}))`,
  )
}

/** Every word stands in the function, as it is called at home or in English. */
const works = (query: Persons, task: string): Persons =>
  wordsOf(task).reduce(
    (narrower, word) =>
      narrower.where(
        sql<boolean>`exists (select 1 from profile_entry e where e.person_id = p.id
          and e.field in ('function', 'function-en') and e.value ilike ${patternOf(word)})`,
      ),
    query,
  )

/** Can be asked about it: by one of its topics, in whatever language it was written, or by all of its words. */
const answers = (query: Persons, about: string, concepts: readonly string[]): Persons =>
  query.where(
    sql<boolean>`(exists (select 1 from profile_entry e where e.person_id = p.id
        and e.field in ('concept', 'ask-concept') and e.value = any (${[...concepts]}::text[]))
      or exists (select 1 from profile_entry e where e.person_id = p.id and e.field = 'ask-me-about'
        and e.value ilike all (${wordsOf(about).map(patternOf)}::text[])))`,
  )

/** What is asked of the directory, with the topics of its words. */
export type Wishes = DirectoryQuery & { readonly aboutConcepts: readonly string[] }

/** Whom one can ask: not whose city has left. One's own colleagues stay. */
const listed = sql<boolean>`(${organisationBelongs} or o.id = app.organisation())`

const narrowed = (db: Db, wishes: Partial<Wishes>): Persons => {
  // Guests are known to their rooms, not to the directory.
  let query = persons(db).where('p.guest', '=', false).where(listed)
  if (wishes.country !== undefined) query = query.where('o.country', '=', wishes.country)
  if (wishes.language !== undefined) query = tells(query, 'language', wishes.language)
  if (wishes.concept !== undefined) query = tells(query, 'concept', wishes.concept)
  if (wishes.task) query = works(query, wishes.task)
  if (wishes.about) query = answers(query, wishes.about, wishes.aboutConcepts ?? [])
  for (const word of wordsOf(wishes.q ?? '')) query = says(query, word)
  return query
}

const personsPerPage = 30

/** Persons within reach, by name. */
export async function listPersons(db: Db, wishes: Wishes, lang: Lang): Promise<PageOf<PersonCard>> {
  const { total } = await narrowed(db, wishes)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await cards(narrowed(db, wishes), lang)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(personsPerPage)
    .offset((wishes.page - 1) * personsPerPage)
    .execute()
  return { items: rows.map(cardFrom), number: wishes.page, size: personsPerPage, total }
}

export interface Counted {
  readonly value: string
  readonly count: number
}
export type DirectoryFacets = Readonly<Record<'country' | 'language' | 'concept', readonly Counted[]>>

const countEntries = (query: Persons, field: EntryField): Promise<Counted[]> =>
  query
    .innerJoin('profile_entry as e', 'e.person_id', 'p.id')
    .where('e.field', '=', field)
    .select(['e.value', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('e.value')
    .execute()

/** How many persons each filter would leave, from what they show the viewer; each facet ignores its own choice. */
export async function countFacets(db: Db, { country, language, concept, ...words }: Wishes): Promise<DirectoryFacets> {
  return {
    country: await narrowed(db, { ...words, language, concept })
      .select(['o.country as value', ({ fn }) => fn.countAll<number>().as('count')])
      .groupBy('o.country')
      .execute(),
    language: await countEntries(narrowed(db, { ...words, country, concept }), 'language'),
    concept: await countEntries(narrowed(db, { ...words, country, language }), 'concept'),
  }
}

/** One person within reach who still works there, or undefined. */
export async function findPerson(db: Db, slug: string, lang: Lang): Promise<PersonCard | undefined> {
  const row = await cards(persons(db).where('p.slug', '=', slug), lang).executeTakeFirst()
  return row === undefined ? undefined : cardFrom(row)
}

/** For the search of the network, which finds no guests, and nobody whose city has left. */
export async function findPersonById(db: Db, id: number, lang: Lang): Promise<PersonCard | undefined> {
  const row = await cards(narrowed(db, {}).where('p.id', '=', id), lang).executeTakeFirst()
  return row === undefined ? undefined : cardFrom(row)
}

/** The address, where its owner lets this viewer know it. */
export async function findEmail(db: Db, personId: number): Promise<string | undefined> {
  const found = await sql<{ email: string | null }>`select app.email_of(${personId}) as email`.execute(db)
  return found.rows[0]?.email ?? undefined
}

export interface Contributed {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly publishedAt: Date | null
}

/** What this person published, as far as the viewer can see it, newest first. */
export const listContributionsBy = (db: Db, personId: number, most: number): Promise<Contributed[]> =>
  tablesOf(db)
    .selectFrom('contribution')
    .select(['id', 'kind', 'title', 'summary', 'lang', 'published_at as publishedAt'])
    .where('author_id', '=', personId)
    .where('state', '=', 'published')
    .where(sql<boolean>`hidden_at is null and not app.is_confided(kind)`)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Until the commit nobody else saves this profile. */
export const holdPerson = (db: Db, id: number): Promise<unknown> =>
  tablesOf(db).selectFrom('person').select('id').where('id', '=', id).forUpdate().execute()

/** Replaces the whole profile of a person. The consents come first: each row is seen as far as its own, from its first moment. */
export async function saveProfile(
  db: Db,
  person: Pick<Person, 'id' | 'organisationId'>,
  texts: ProfileTexts,
  chosen: Consents,
): Promise<void> {
  await saveConsents(db, person, chosen)
  await tablesOf(db).deleteFrom('profile_entry').where('person_id', '=', person.id).execute()
  const about = conceptsInText(texts.askMeAbout, texts.textLang)
  const rows = entriesOf(texts, about).map((entry, position) => ({ ...entry, person_id: person.id, position }))
  await tablesOf(db).insertInto('profile_entry').values(rows).execute()
}

export async function renamePerson(db: Db, personId: number, name: string): Promise<void> {
  await tablesOf(db).updateTable('person').set({ name }).where('id', '=', personId).execute()
}

/** Everybody who works somewhere, for the search hall. */
export async function listPersonIds(db: Db): Promise<number[]> {
  const rows = await narrowed(db, {}).select('p.id').orderBy('p.id').execute()
  return rows.map((row) => row.id)
}

/** Those of one organisation, listed or not: whose document may have to come or go. */
export async function listPersonIdsOf(db: Db, organisationId: number): Promise<number[]> {
  const rows = await persons(db).where('o.id', '=', organisationId).select('p.id').orderBy('p.id').execute()
  return rows.map((row) => row.id)
}

/** As the system: only what the whole network may know of this person. */
export async function listNetworkEntries(system: Db, personId: number): Promise<Entry[]> {
  return tablesOf(system)
    .selectFrom('profile_entry')
    .select(['field', 'value', 'lang'])
    .where('person_id', '=', personId)
    .where('audience_id', '=', 2)
    .orderBy('position')
    .execute()
}
