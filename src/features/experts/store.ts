// Every query of experts as somebody signed in; row-level security leaves out who has not agreed.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Expert, Institution } from './expert.ts'
import type { ExpertTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & ExpertTables>()

const query = (db: Db, lang: string) =>
  tablesOf(db)
    .selectFrom('expert as x')
    .innerJoin('organisation as o', 'o.id', 'x.organisation_id')
    .leftJoin('person as v', (join) =>
      join
        .onRef('v.id', '=', 'x.entered_by')
        .onRef('v.organisation_id', '=', 'x.organisation_id')
        .on('v.left_at', 'is', null),
    )
    .leftJoin('expert_person as n', 'n.expert_id', 'x.id')
    .select([
      'x.id',
      'x.institution',
      'x.country',
      'x.link',
      'x.about',
      'x.lang',
      'x.concepts',
      'x.languages',
      'x.demonstration',
      'x.revision',
    ])
    .select([
      'x.entered_by as enteredBy',
      'o.id as organisationId',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
    ])
    .select([
      sql<
        Expert['vouchedBy']
      >`case when v.id is not null then jsonb_build_object('name', v.name, 'slug', v.slug) end`.as('vouchedBy'),
      sql<
        Expert['person']
      >`case when n.name is not null then jsonb_build_object('name', n.name, 'function', n.function, 'agreed', n.consented_on is not null) end`.as(
        'person',
      ),
    ])

/** By the name of the institution. */
export const listExperts = (db: Db, lang: Lang): Promise<Expert[]> =>
  query(db, lang).orderBy(sql`lower(x.institution)`).orderBy('x.id').limit(2000).execute()

export const findExpert = (db: Db, id: number, lang: string): Promise<Expert | undefined> =>
  query(db, lang).where('x.id', '=', id).executeTakeFirst()

/** Gives its id. */
export async function insertExpert(db: Db, { person }: SignedIn, fresh: Institution): Promise<number> {
  const { institution, country, link, about, lang, concepts, languages } = fresh
  const row = await tablesOf(db)
    .insertInto('expert')
    .values({
      ...{ institution, country, link, about, lang },
      concepts: [...concepts],
      languages: [...languages],
      entered_by: person.id,
      organisation_id: person.organisationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where somebody has changed it since `revision`. Who agreed before is asked anew: a trigger holds it. */
export async function updateExpert(
  db: Db,
  { id, revision }: Pick<Expert, 'id' | 'revision'>,
  fresh: Institution,
): Promise<boolean> {
  const { institution, country, link, about, lang, concepts, languages } = fresh
  const lists = { concepts: [...concepts], languages: [...languages] }
  const { numUpdatedRows } = await tablesOf(db)
    .updateTable('expert')
    .set({ institution, country, link, about, lang, ...lists, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface AskedExpert {
  readonly name: string
  readonly function: string
  readonly email: string
  readonly lang: Lang
}

export const insertAsked = (db: Db, expertId: number, asked: AskedExpert): Promise<unknown> =>
  tablesOf(db)
    .insertInto('expert_person')
    .values({ expert_id: expertId, ...asked })
    .execute()

/** False where it was gone already, or is not theirs to take out. */
export async function deleteExpert(db: Db, id: number): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(db).deleteFrom('expert').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}
