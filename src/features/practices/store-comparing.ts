// Several practices at once, as somebody named them in an address: whatever of them is within the viewer's reach.
import { sql } from 'kysely'
import type { Lang } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { PartName } from './practice.ts'
import { lineColumns, lineQuery, type PracticeLine } from './store-lists.ts'

export interface ComparedPractice extends PracticeLine, Readonly<Record<PartName, string>> {
  readonly organisationId: number
  readonly measuredWhen: string
  readonly yearEnd: number | null
}

const inOrder = <Row extends { readonly id: number }>(rows: readonly Row[], ids: readonly number[]): Row[] =>
  ids.flatMap((id) => rows.filter((row) => row.id === id))

const named = (db: Db, ids: readonly number[]) =>
  lineQuery(db).where('c.state', '<>', 'withdrawn').where(sql<boolean>`c.id = any(${ids}::int[])`)

/** In the order of the ids; what is out of reach, withdrawn or no practice is left out. */
export async function listCompared(db: Db, ids: readonly number[], lang: Lang): Promise<ComparedPractice[]> {
  if (ids.length === 0) return []
  const rows = await named(db, ids)
    .selectAll('pr')
    .select(lineColumns(lang))
    .select(['c.organisation_id as organisationId', 'pr.measured_when as measuredWhen', 'pr.year_end as yearEnd'])
    .execute()
  return inOrder(rows, ids)
}

export type ChosenPractice = Pick<PracticeLine, 'id' | 'title' | 'lang'>

/** What somebody has chosen so far, by its title. */
export async function listChosen(db: Db, ids: readonly number[]): Promise<ChosenPractice[]> {
  if (ids.length === 0) return []
  return inOrder(await named(db, ids).select(['c.id', 'c.title', 'c.lang']).execute(), ids)
}
