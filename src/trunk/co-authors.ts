// Co-authors of a contribution: named by whoever steers it, with them once they said yes, gone when they leave their organisation.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from './organisations.ts'
import type { TrunkTables } from './tables.ts'

export interface CoAuthor {
  readonly personId: number
  /** Undefined where the viewer may not know persons. */
  readonly name: string | undefined
  readonly slug: string | undefined
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  /** False: asked, and has not answered; such a row is seen by them and by those who steer the contribution only. */
  readonly joined: boolean
  /** Left the organisation since: it stays named, the person has no more access. */
  readonly left: boolean
}

/** In the order in which they were named; at most 50. */
export const listCoAuthors = (db: Db, contributionId: number, lang: Lang): Promise<CoAuthor[]> =>
  db
    .withTables<TrunkTables>()
    .selectFrom('co_author as w')
    .innerJoin('organisation as o', 'o.id', 'w.organisation_id')
    .leftJoin('person as p', 'p.id', 'w.person_id')
    .select([
      'w.person_id as personId',
      sql<string | undefined>`p.name`.as('name'),
      sql<string | undefined>`p.slug`.as('slug'),
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      sql<boolean>`w.joined_at is not null`.as('joined'),
      sql<boolean>`coalesce(p.left_at is not null or p.organisation_id <> w.organisation_id, false)`.as('left'),
    ])
    .where('w.contribution_id', '=', contributionId)
    .orderBy('w.named_at')
    .orderBy('w.person_id')
    .limit(50)
    .execute()

/** Names a person; false when they were named already. Row-level security refuses it to everybody who does not steer it. */
export async function nameCoAuthor(
  db: Db,
  contributionId: number,
  person: { readonly id: number; readonly organisationId: number },
  namedBy: number,
): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .insertInto('co_author')
    .values({
      contribution_id: contributionId,
      person_id: person.id,
      organisation_id: person.organisationId,
      named_by: namedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The person who asks says yes; false when they were not asked, or said so already. */
export async function joinAsCoAuthor(db: Db, contributionId: number, personId: number, now: Date): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .updateTable('co_author')
    .set({ joined_at: now })
    .where('contribution_id', '=', contributionId)
    .where('person_id', '=', personId)
    .where('joined_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Oneself, or anybody by those who steer it; false when nobody was named. */
export async function endCoAuthorship(db: Db, contributionId: number, personId: number): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .deleteFrom('co_author')
    .where('contribution_id', '=', contributionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
