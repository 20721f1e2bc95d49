// The contribution itself: begin, change, publish, withdraw. Features add their own rows beside it in the same transaction.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import { gone, hidden, notFound, type Stop } from '#kernel/stop.ts'
import type { Person, Viewer } from '#kernel/viewer.ts'
import { coordinates } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { findHiddenNote } from './hiding.ts'
import { organisationName } from './organisations.ts'
import type { ContributionState, TrunkTables } from './tables.ts'

export interface Contribution {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  /** Slugs of the thesaurus, each once. */
  readonly concepts: readonly string[]
  /** Null: it was asked as a member city, and nobody is told by whom. */
  readonly authorId: number | null
  /** Looks after it in its city: the author, or whoever it was handed to. */
  readonly stewardId: number | null
  /** Undefined where the viewer may not know persons (visitors). */
  readonly authorName: string | undefined
  readonly authorSlug: string | undefined
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceId: number
  /** Undefined where the viewer is the coordinator but not in the audience. */
  readonly audienceKind: AudienceKind
  /** The audience is within the viewer's reach; not for a co-author, or an author who left the room, whom it leaves out. */
  readonly audienceReached: boolean
  readonly state: ContributionState
  readonly revision: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly publishedAt: Date | null
  readonly demonstration: boolean
  /** The viewer is a co-author who joined. */
  readonly coAuthored: boolean
  /** It was the viewer who asked it as a member city. */
  readonly veiled: boolean
  /** Read, and written under by nobody: its room is archived, a word to the other would not be delivered; or not by the viewer, a guest, who writes in rooms only. */
  readonly closed: boolean
}

const query = (db: Db, lang: Lang) =>
  db
    .withTables<TrunkTables>()
    .selectFrom('contribution as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('person as p', 'p.id', 'c.author_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .select([
      'c.id',
      'c.kind',
      'c.title',
      'c.summary',
      'c.lang',
      'c.concepts',
      'c.author_id as authorId',
      'c.steward_id as stewardId',
      sql<string | undefined>`p.name`.as('authorName'),
      sql<string | undefined>`p.slug`.as('authorSlug'),
      'c.organisation_id as organisationId',
      organisationName(lang).as('organisationName'),
      'o.slug as organisationSlug',
      'o.country',
      'c.audience_id as audienceId',
      sql<AudienceKind>`coalesce(a.kind, app.kind_of_audience(c.audience_id))`.as('audienceKind'),
      sql<boolean>`a.id is not null`.as('audienceReached'),
      'c.state',
      'c.revision',
      'c.created_at as createdAt',
      'c.updated_at as updatedAt',
      'c.published_at as publishedAt',
      'c.demonstration',
      sql<boolean>`coalesce(c.id = any ((select app.co_authored(true))::int[]), false)`.as('coAuthored'),
      sql<boolean>`c.id = any ((select app.veiled())::int[])`.as('veiled'),
      sql<boolean>`app.is_archived(c.audience_id) or ((select app.is_guest()) and app.kind_of_audience(c.audience_id) <> 'room')
        or (app.is_confided(c.kind) and app.is_undeliverable(c.id))`.as('closed'),
    ])

/** The contribution of this kind within the viewer's reach, or undefined; its organisation is named in `lang`. */
export const findContribution = (db: Db, kind: string, id: number, lang: Lang): Promise<Contribution | undefined> =>
  query(db, lang).where('c.kind', '=', kind).where('c.id', '=', id).executeTakeFirst()

/** Why a contribution is not within the viewer's reach: `hidden` or `gone` where it was hidden or withdrawn and the viewer could have seen it, else `not-found`. */
export async function whyOutOfReach(db: Db, id: number): Promise<Stop> {
  const note = await findHiddenNote(db, id)
  if (note !== undefined) return hidden(note)
  const withdrawn = await db
    .withTables<TrunkTables>()
    .selectFrom('withdrawal')
    .select('contribution_id')
    .where('contribution_id', '=', id)
    .executeTakeFirst()
  return withdrawn === undefined ? notFound() : gone()
}

/** The same or a stop. What a feature keeps beside it may be out of reach a moment later: then it asks `whyOutOfReach` as well. */
export async function getContribution(db: Db, kind: string, id: number | undefined, lang: Lang): Promise<Contribution> {
  if (id === undefined) throw notFound()
  const found = await findContribution(db, kind, id, lang)
  if (found === undefined) throw await whyOutOfReach(db, id)
  return found
}

/** A contribution of any kind within reach, for the parts that serve every kind. */
export const findAnyContribution = (db: Db, id: number, lang: Lang): Promise<Contribution | undefined> =>
  query(db, lang).where('c.id', '=', id).executeTakeFirst()

/** Everything of this kind that is published, whoever may see it: for a complete re-index by the system. */
export async function listPublishedIds(system: Db, kind: string): Promise<number[]> {
  const rows = await system
    .withTables<TrunkTables>()
    .selectFrom('contribution')
    .select('id')
    .where('kind', '=', kind)
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What is asked of a thing to know who decides about it. */
export type Steered = Pick<Contribution, 'stewardId' | 'organisationId' | 'audienceKind' | 'audienceReached'> &
  Partial<Pick<Contribution, 'veiled'>>

/**
 * May this viewer decide about it: audience, publishing, withdrawing? Whoever looks after it while in that organisation, or the
 * organisation's coordinator; what was asked as a member city whoever asked it, alone.
 */
export const maySteer = (viewer: Viewer, thing: Steered): boolean =>
  viewer.person !== undefined &&
  (thing.veiled === true ||
    (viewer.person.organisationId === thing.organisationId &&
      (viewer.person.id === thing.stewardId ||
        (coordinates(viewer, thing.organisationId) && thing.audienceReached && thing.audienceKind !== 'persons'))))

/** May this viewer change what it says? Whoever steers it, and its co-authors. */
export const mayChange = (viewer: Viewer, thing: Steered & Pick<Contribution, 'coAuthored'>): boolean =>
  maySteer(viewer, thing) || (viewer.person !== undefined && thing.coAuthored)

export interface NewContribution {
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts?: readonly string[]
  readonly audienceId: number
}

/** Slugs sorted, each once: as the column keeps them. */
export const eachOnce = (concepts: readonly string[] = []): string[] => [...new Set(concepts)].sort()

/** Begins a draft of this person for their organisation; gives its id. */
export async function createContribution(db: Db, author: Person, fresh: NewContribution): Promise<number> {
  const row = await db
    .withTables<TrunkTables>()
    .insertInto('contribution')
    .values({
      kind: fresh.kind,
      title: fresh.title,
      summary: fresh.summary,
      lang: fresh.lang,
      concepts: eachOnce(fresh.concepts),
      audience_id: fresh.audienceId,
      author_id: author.id,
      organisation_id: author.organisationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type ContributionChange = Partial<Omit<NewContribution, 'kind'>>

/** Changes it if nobody else has since `revision`; false = somebody was faster, nothing was written. */
export async function changeContribution(
  db: Db,
  id: number,
  revision: number,
  change: ContributionChange,
  now: Date,
): Promise<boolean> {
  const { audienceId, concepts, ...rest } = change
  const result = await db
    .withTables<TrunkTables>()
    .updateTable('contribution')
    .set({
      ...rest,
      ...(audienceId === undefined ? {} : { audience_id: audienceId }),
      ...(concepts === undefined ? {} : { concepts: eachOnce(concepts) }),
      revision: revision + 1,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Draft → published; false when it was no draft any more (somebody else was faster). */
export async function publishContribution(db: Db, id: number, now: Date): Promise<boolean> {
  const result = await db
    .withTables<TrunkTables>()
    .updateTable('contribution')
    .set({ state: 'published', published_at: now, updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Published → withdrawn: out of every list at once; those who could see it learn that it is gone. */
export async function withdrawContribution(db: Db, thing: Contribution, now: Date): Promise<boolean> {
  const tables = db.withTables<TrunkTables>()
  const result = await tables
    .updateTable('contribution')
    .set({ state: 'withdrawn', withdrawn_at: now, updated_at: now })
    .where('id', '=', thing.id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tables
    .insertInto('withdrawal')
    .values({ contribution_id: thing.id, audience_id: thing.audienceId, at: now })
    .execute()
  return true
}
