// Polls in lists: one page of all, and those that wait for the viewer's city.
import { type RawBuilder, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import type { Contribution } from '#trunk/contributions.ts'
import { isHeard } from '#trunk/muting.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { PollState } from './poll.ts'
import type { PollTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<TrunkTables & PollTables>()

export interface PollLine {
  readonly id: number
  readonly title: string
  readonly summary: string
  readonly lang: string
  readonly concepts: readonly string[]
  readonly organisationName: string
  readonly organisationSlug: string
  readonly country: string
  readonly audienceKind: Contribution['audienceKind']
  readonly endsAt: Date
  readonly closedAt: Date | null
  /** Null where it does not reach the viewer any more, who asked. */
  readonly answered: number | null
  readonly asked: number
  readonly asksUs: boolean
  readonly weAnswered: boolean
  /** Its room is archived, or it does not reach the viewer any more: they cannot answer. */
  readonly closed: boolean
}

const pollsPerPage = 20

const over = (now: Date): RawBuilder<boolean> => sql<boolean>`(p.closed_at is not null or p.ends_at <= ${now})`
const asks = (organisationId: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from poll_asked q where q.contribution_id = c.id and q.organisation_id = ${organisationId})`
const hasAnswer = (organisationId: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from poll_answer a where a.contribution_id = c.id and a.organisation_id = ${organisationId})`

const published = (db: Db) =>
  tablesOf(db)
    .selectFrom('contribution as c')
    .innerJoin('poll as p', 'p.contribution_id', 'c.id')
    .where('c.kind', '=', 'poll')
    .where('c.state', '=', 'published')
    .where(sql<boolean>`c.hidden_at is null`)

const lines = (db: Db, organisationId: number, lang: Lang) =>
  published(db)
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('audience as a', 'a.id', 'c.audience_id')
    .select(['c.id', 'c.title', 'c.summary', 'c.lang', 'c.concepts', 'o.slug as organisationSlug', 'o.country'])
    .select(['p.ends_at as endsAt', 'p.closed_at as closedAt'])
    .select([
      organisationName(lang).as('organisationName'),
      sql<Contribution['audienceKind']>`coalesce(a.kind, app.kind_of_audience(c.audience_id))`.as('audienceKind'),
      sql<number | null>`app.answers_to_poll(c.id)`.as('answered'),
      sql<number>`(select count(*)::int from poll_asked q where q.contribution_id = c.id)`.as('asked'),
      asks(organisationId).as('asksUs'),
      hasAnswer(organisationId).as('weAnswered'),
      sql<boolean>`a.id is null or app.is_archived(c.audience_id)`.as('closed'),
    ])

export interface Wanted {
  readonly state: PollState | undefined
  readonly page: number
}

/** Open ones first, the nearest end before the others; then those that are over, newest first. */
export async function listPolls(
  db: Db,
  { state, page }: Wanted,
  { organisationId, lang, now }: { organisationId: number; lang: Lang; now: Date },
): Promise<PageOf<PollLine>> {
  const wanted = state === undefined ? sql<boolean>`true` : sql<boolean>`${over(now)} = ${state === 'over'}`
  const [items, { total }] = await Promise.all([
    lines(db, organisationId, lang)
      .where(wanted)
      .orderBy(over(now))
      .orderBy(sql`case when ${over(now)} then null else p.ends_at end`)
      .orderBy('c.published_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(pollsPerPage)
      .offset((page - 1) * pollsPerPage)
      .execute(),
    published(db)
      .where(wanted)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { items, number: page, size: pollsPerPage, total }
}

/** Those of a room, the nearest end first, then those that are over. */
export const listPollsOfRoom = (
  db: Db,
  roomId: number,
  { organisationId, lang, now }: { organisationId: number; lang: Lang; now: Date },
  most: number,
): Promise<PollLine[]> =>
  lines(db, organisationId, lang)
    .where('c.audience_id', '=', roomId)
    .orderBy(over(now))
    .orderBy(sql`case when ${over(now)} then null else p.ends_at end`)
    .orderBy('c.published_at', 'desc')
    .limit(most)
    .execute()

/** Those that ask this city, can be answered by this person, and have no answer from it, the nearest end first; none that this person muted. */
export const listWaiting = (
  db: Db,
  { organisationId, lang, now }: { organisationId: number; lang: Lang; now: Date },
  most: number,
): Promise<PollLine[]> =>
  lines(db, organisationId, lang)
    .where(sql<boolean>`not ${over(now)}`)
    .where(asks(organisationId))
    .where(sql<boolean>`not ${hasAnswer(organisationId)}`)
    .where(isHeard(sql`app.person()`, sql`c.id`))
    .where('a.id', 'is not', null)
    .where(sql<boolean>`not app.is_archived(c.audience_id)`)
    .orderBy('p.ends_at')
    .limit(most)
    .execute()
