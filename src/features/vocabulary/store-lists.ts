// Lists and counts of proposals, as far as they are within the viewer's reach.
import { type SqlBool, sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { Stage } from './proposal.ts'
import type { VocabularyTables } from './tables.ts'

const published = (db: Db) =>
  db
    .withTables<TrunkTables & VocabularyTables>()
    .selectFrom('contribution as c')
    .innerJoin('proposal as p', 'p.contribution_id', 'c.id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('proposal_decision as d', 'd.contribution_id', 'c.id')
    .where('c.state', '=', 'published')

const stage = sql<Stage>`case when d.accepted then 'accepted' when d.accepted is false then 'declined' else 'open' end`
const at = (wanted: Stage) => sql<SqlBool>`${stage} = ${wanted}`

const linesOf = (db: Db, lang: Lang) =>
  published(db).select([
    'c.id',
    'c.title',
    'c.lang',
    'p.adds',
    'p.concept',
    stage.as('stage'),
    organisationName(lang).as('organisationName'),
    'o.slug as organisationSlug',
    'o.country',
    sql<Date>`c.published_at`.as('publishedAt'),
  ])

export type ProposalLine = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

async function countProposals(db: Db): Promise<Record<Stage, number>> {
  const rows = await published(db)
    .select(({ fn }) => [stage.as('stage'), fn.countAll<number>().as('count')])
    .groupBy(stage)
    .execute()
  return {
    open: 0,
    accepted: 0,
    declined: 0,
    ...Object.fromEntries(rows.map(({ stage: at, count }) => [at, Number(count)])),
  }
}

/** How many wait to be decided. */
export const countOpenProposals = async (db: Db): Promise<number> => (await countProposals(db)).open

const perPage = 20

export interface PageOfProposals extends PageOf<ProposalLine> {
  /** Of each stage, also those that are not listed. */
  readonly counts: Readonly<Record<Stage, number>>
}

/** What waits, the oldest first; what was decided, the newest first. */
export async function listProposals(db: Db, wanted: Stage, number: number, lang: Lang): Promise<PageOfProposals> {
  const order = wanted === 'open' ? 'asc' : 'desc'
  const items = await linesOf(db, lang)
    .where(at(wanted))
    .orderBy('c.published_at', order)
    .orderBy('c.id', order)
    .limit(perPage)
    .offset((number - 1) * perPage)
    .execute()
  const counts = await countProposals(db)
  return { items, number, size: perPage, total: counts[wanted], counts }
}

/** Waiting proposals about this concept. */
export const listOpenAbout = (db: Db, concept: string, lang: Lang): Promise<ProposalLine[]> =>
  linesOf(db, lang).where(at('open')).where('p.concept', '=', concept).orderBy('c.id').limit(20).execute()
