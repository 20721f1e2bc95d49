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
  /** Had agreed to what stood there before. */
  readonly again: boolean
  /** Of what stands beside their name: what they agree to is what they read. */
  readonly revision: number
  /** Who asks, and for which city or office, in the language of whoever is asked. */
  readonly by: string
}

/** Undefined where nobody is asked any more. */
export const findAsking = (system: Db, id: number): Promise<Asking | undefined> =>
  tablesOf(system)
    .selectFrom('expert_person as n')
    .innerJoin('expert as x', 'x.id', 'n.expert_id')
    .innerJoin('organisation as o', 'o.id', 'x.organisation_id')
    .leftJoin('person as v', (join) =>
      join
        .onRef('v.id', '=', 'x.entered_by')
        .onRef('v.organisation_id', '=', 'x.organisation_id')
        .on('v.left_at', 'is', null),
    )
    .select(['x.id', 'n.name', 'n.function', 'n.email', 'n.lang', 'x.institution', 'x.country', 'x.link'])
    .select(['x.about', 'x.lang as aboutLang', 'x.concepts', 'x.languages', 'x.revision', 'n.asked_again as again'])
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

/** The day on which it was first given stays. False where what stands beside the name is not what was read. */
export async function agree(
  system: Db,
  { id, revision }: Pick<Asking, 'id' | 'revision'>,
  today: string,
): Promise<boolean> {
  const read = await tablesOf(system)
    .selectFrom('expert')
    .select('id')
    .where('id', '=', id)
    .where('revision', '=', revision)
    .forShare()
    .executeTakeFirst()
  if (read === undefined) return false
  await tablesOf(system)
    .updateTable('expert_person')
    .set({ consented_on: today })
    .where('expert_id', '=', id)
    .where('consented_on', 'is', null)
    .execute()
  return true
}

export const keepRefusal = (system: Db, digest: string, now: Date): Promise<unknown> =>
  tablesOf(system)
    .insertInto('expert_refusal')
    .values({ digest, refused_at: now })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ refused_at: now }))
    .execute()

/** When whoever has this address last said no. */
export const findRefusal = async (system: Db, digest: string): Promise<Date | undefined> =>
  (
    await tablesOf(system)
      .selectFrom('expert_refusal')
      .select('refused_at')
      .where('digest', '=', digest)
      .executeTakeFirst()
  )?.refused_at

export const forgetRefusals = (system: Db, before: Date): Promise<unknown> =>
  tablesOf(system).deleteFrom('expert_refusal').where('refused_at', '<', before).execute()

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
