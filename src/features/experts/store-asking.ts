// Whoever is asked whether they may be named, as the system: they have no account, and their address is read by nobody else.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Institution } from './expert.ts'
import type { AskedExpert } from './store.ts'
import type { ExpertTables } from './tables.ts'

const tablesOf = (system: Db) => system.withTables<TrunkTables & ExpertTables>()

export interface Asking extends AskedExpert {
  readonly id: number
  readonly institution: string
  readonly country: string
  readonly link: string
  /** What stands beside their name, in its own language. */
  readonly about: string
  readonly aboutLang: string
  readonly concepts: readonly string[]
  readonly languages: readonly string[]
  readonly mailed: boolean
  readonly agreed: boolean
  /** Who asks, and for which city or office, in the language of whoever is asked. */
  readonly by: string
}

/** Undefined where nobody is asked any more. */
export const findAsking = (system: Db, id: number): Promise<Asking | undefined> =>
  tablesOf(system)
    .selectFrom('expert_person as n')
    .innerJoin('expert as x', 'x.id', 'n.expert_id')
    .innerJoin('organisation as o', 'o.id', 'x.organisation_id')
    .leftJoin('person as v', 'v.id', 'x.entered_by')
    .select(['x.id', 'n.name', 'n.function', 'n.email', 'n.lang', 'x.institution', 'x.country', 'x.link'])
    .select(['x.about', 'x.lang as aboutLang', 'x.concepts', 'x.languages'])
    .select([
      sql<boolean>`n.mailed_at is not null`.as('mailed'),
      sql<boolean>`n.consented_on is not null`.as('agreed'),
      sql<string>`concat_ws(', ', v.name, coalesce(o.names ->> n.lang, o.name))`.as('by'),
    ])
    .where('x.id', '=', id)
    .executeTakeFirst()

/** Waits for whoever asks the same at this moment. */
export const holdAsking = (system: Db, id: number): Promise<unknown> =>
  tablesOf(system).selectFrom('expert_person').select('expert_id').where('expert_id', '=', id).forUpdate().execute()

export const markMailed = (system: Db, id: number, now: Date): Promise<unknown> =>
  tablesOf(system).updateTable('expert_person').set({ mailed_at: now }).where('expert_id', '=', id).execute()

/** The day on which it was first given stays. */
export const agree = (system: Db, id: number, today: string): Promise<unknown> =>
  tablesOf(system)
    .updateTable('expert_person')
    .set({ consented_on: today })
    .where('expert_id', '=', id)
    .where('consented_on', 'is', null)
    .execute()

/** Name and address go; the institution stays. */
export const forgetPerson = (system: Db, id: number): Promise<unknown> =>
  tablesOf(system).deleteFrom('expert_person').where('expert_id', '=', id).execute()

/** Who was asked before this moment and has not answered. */
export const forgetUnanswered = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system)
    .deleteFrom('expert_person')
    .where('consented_on', 'is', null)
    .where('asked_at', '<', before)
    .execute()

export const listExpertIds = async (system: Db): Promise<number[]> =>
  (await tablesOf(system).selectFrom('expert').select('id').orderBy('id').execute()).map(({ id }) => id)

export interface InventedExpert extends Institution {
  readonly person: (AskedExpert & { readonly agreedOn: string | null }) | null
  readonly by: string
}

/** By the name of the institution: a second load changes nothing. */
export async function insertInvented(system: Db, fresh: InventedExpert): Promise<void> {
  const { person, by, institution, country, link, about, lang, concepts, languages } = fresh
  const tables = tablesOf(system)
  const known = await tables.selectFrom('expert').select('id').where('institution', '=', institution).executeTakeFirst()
  if (known !== undefined) return
  const voucher = await tables
    .selectFrom('person')
    .select(['id', 'organisation_id'])
    .where('slug', '=', by)
    .executeTakeFirstOrThrow()
  const of = { entered_by: voucher.id, organisation_id: voucher.organisation_id, demonstration: true }
  const { id } = await tables
    .insertInto('expert')
    .values({ institution, country, link, about, lang, concepts: [...concepts], languages: [...languages], ...of })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (person === null) return
  const { agreedOn, ...asked } = person
  await tables
    .insertInto('expert_person')
    .values({ expert_id: id, ...asked, mailed_at: new Date(), consented_on: agreedOn })
    .execute()
}
