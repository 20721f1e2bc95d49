// Adoptions one by one: write, change, read.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { getContribution, whyOutOfReach } from '#trunk/contributions.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Adoption, AdoptionTexts, Origin, Parent } from './adoption.ts'
import type { AdoptionTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & AdoptionTables>()

const rowOf = (texts: AdoptionTexts) => ({
  stage: texts.stage,
  since_year: texts.sinceYear,
  since_month: texts.sinceMonth,
  adapted: texts.adapted,
  result: texts.result,
  stopped_because: texts.stoppedBecause,
  contact_id: texts.contactId,
  contact: texts.contact,
})

export interface From {
  readonly practiceId: number
  readonly parentId: number | null
}

/** False: the city has one already, which this person may not know of; the transaction must not go on. */
export async function insertAdoption(db: Db, id: number, texts: AdoptionTexts, from: From): Promise<boolean> {
  const tables = tablesOf(db)
  await tables
    .insertInto('adoption')
    .values({ contribution_id: id, ...rowOf(texts) })
    .execute()
  const { numInsertedOrUpdatedRows: placed } = await tables
    .insertInto('adoption_origin')
    .values({ contribution_id: id, practice_id: from.practiceId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (placed !== 1n) return false
  if (from.parentId !== null)
    await tables.insertInto('adoption_parent').values({ contribution_id: id, parent_id: from.parentId }).execute()
  return true
}

export const updateAdoption = (db: Db, id: number, texts: AdoptionTexts): Promise<unknown> =>
  tablesOf(db).updateTable('adoption').set(rowOf(texts)).where('contribution_id', '=', id).execute()

/** Two of one city at once: the second waits here and then finds what the first wrote. */
export const waitForOthers = (db: Db, practiceId: number, organisationId: number): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${practiceId}, ${organisationId})`.execute(tablesOf(db))

const findTexts = (db: Db, id: number) =>
  tablesOf(db)
    .selectFrom('adoption as ad')
    .leftJoin('person as p', (join) => join.onRef('p.id', '=', 'ad.contact_id').on('p.left_at', 'is', null))
    .select([
      'ad.stage',
      'ad.since_year as sinceYear',
      'ad.since_month as sinceMonth',
      'ad.adapted',
      'ad.result',
      'ad.stopped_because as stoppedBecause',
      'ad.contact_id as contactId',
      'ad.contact',
      'p.name as contactName',
      'p.slug as contactSlug',
    ])
    .where('ad.contribution_id', '=', id)
    .executeTakeFirst()

/** What the policies show of the practice: all of it, that it was withdrawn, or nothing. */
async function findOrigin(db: Db, id: number, lang: Lang): Promise<Origin> {
  const row = await tablesOf(db)
    .selectFrom('adoption_origin as from')
    .leftJoin('contribution as c', (join) =>
      join.onRef('c.id', '=', 'from.practice_id').on('c.kind', '=', 'practice').on('c.state', '=', 'published'),
    )
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.title', 'c.lang', organisationName(lang).as('organisationName')])
    .where('from.contribution_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return { known: 'hidden' }
  const { id: practiceId, title, lang: practiceLang, organisationName: city } = row
  if (practiceId === null || title === null || practiceLang === null) return { known: 'withdrawn' }
  return { known: 'shown', id: practiceId, title, lang: practiceLang, organisationName: city }
}

const findParent = (db: Db, id: number, lang: Lang): Promise<Parent | undefined> =>
  tablesOf(db)
    .selectFrom('adoption_parent as from')
    .innerJoin('contribution as c', 'c.id', 'from.parent_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.title', organisationName(lang).as('organisationName')])
    .where('from.contribution_id', '=', id)
    .where('c.kind', '=', 'adoption')
    .where('c.state', '=', 'published')
    .executeTakeFirst()

/** The whole adoption within the viewer's reach, or a stop (not found, gone). */
export async function getAdoption(db: Db, id: number | undefined, lang: Lang): Promise<Adoption> {
  const number = id ?? 0
  const [contribution, texts, origin, parent] = await Promise.all([
    getContribution(db, 'adoption', id, lang),
    findTexts(db, number),
    findOrigin(db, number, lang),
    findParent(db, number, lang),
  ])
  if (texts === undefined) throw await whyOutOfReach(db, number)
  return { ...contribution, ...texts, origin, parent }
}

export interface Standing {
  readonly organisationId: number
  readonly state: 'draft' | 'published' | 'withdrawn'
  /** What this city has told of the practice already, as far as the viewer may know. */
  readonly own: { readonly id: number; readonly title: string } | null
}

/** The practice, and whether this city stands beside it already. Undefined out of reach. */
export const findStanding = (db: Db, practiceId: number, organisationId: number): Promise<Standing | undefined> =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .select([
      'c.organisation_id as organisationId',
      'c.state',
      sql<Standing['own']>`(select jsonb_build_object('id', a.id, 'title', a.title)
        from adoption_origin mine join contribution a on a.id = mine.contribution_id and a.kind = 'adoption' and a.state = 'published'
        where mine.practice_id = c.id and mine.organisation_id = ${organisationId}
        order by a.author_id = (select app.person()) desc, a.id limit 1)`.as('own'),
    ])
    .where('c.id', '=', practiceId)
    .where('c.kind', '=', 'practice')
    .executeTakeFirst()

/** Who may be named as contact: colleagues of the same city who are still there. */
export const listColleagues = (db: Db, organisationId: number): Promise<{ id: number; name: string }[]> =>
  tablesOf(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .limit(300)
    .execute()

/** Whom to ask, where that is another than who wrote it or looks after it. */
export async function findContact(db: Db, id: number): Promise<number | undefined> {
  const row = await tablesOf(db)
    .selectFrom('adoption as a')
    .innerJoin('contribution as c', 'c.id', 'a.contribution_id')
    .select('a.contact_id')
    .where('c.id', '=', id)
    .where(sql<boolean>`a.contact_id is distinct from c.author_id and a.contact_id is distinct from c.steward_id`)
    .executeTakeFirst()
  return row?.contact_id ?? undefined
}
