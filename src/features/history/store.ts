// The queries of the audit trail; row-level security decides which facts there are.
import { sql } from 'kysely'
import type { AudienceKind } from '#kernel/audience.ts'
import type { Lang } from '#kernel/locale.ts'
import type { PageOf } from '#kernel/page.ts'
import type { Db } from '#platform/db/database.ts'
import { organisationName } from '#trunk/organisations.ts'
import type { TrunkTables } from '#trunk/tables.ts'

export interface HistoryEntry {
  readonly name: string
  readonly at: Date
  /** Who did it; undefined where the viewer may not know the person. */
  readonly by: string | undefined
  readonly organisationName: string
  readonly contribution: { readonly id: number; readonly kind: string; readonly title: string } | undefined
  /** Whom it was about, where it was about a person. */
  readonly person: string | undefined
  /** Before and after, where an audience was changed and both are within reach. */
  readonly audiences: { readonly from: AudienceKind; readonly to: AudienceKind } | undefined
}

interface Row {
  name: string
  at: Date
  by: string | null
  organisation: string
  contribution: number | null
  kind: string | null
  title: string | null
  person: string | null
  from: AudienceKind | null
  to: AudienceKind | null
  total: number
}

const entryFrom = (row: Row): HistoryEntry => ({
  name: row.name,
  at: row.at,
  by: row.by ?? undefined,
  organisationName: row.organisation,
  contribution:
    row.contribution === null ? undefined : { id: row.contribution, kind: row.kind ?? '', title: row.title ?? '' },
  person: row.person ?? undefined,
  audiences: row.from === null || row.to === null ? undefined : { from: row.from, to: row.to },
})

const pageSize = 50

/** Newest first: facts of the organisations that the viewer steers, about contributions and about who came and went. */
export async function listHistory(
  db: Db,
  names: readonly string[],
  number: number,
  lang: Lang,
): Promise<PageOf<HistoryEntry>> {
  const { rows } = await sql<Row>`
    select f.name, f.at, p.name as by, ${organisationName(lang)} as organisation, c.id as contribution, c.kind, c.title,
      whom.name as person, before.kind as "from", after.kind as "to", count(*) over ()::int as total
    from fact f join organisation o on o.id = f.organisation_id
      left join person p on p.id = f.actor_id
      left join contribution c on c.id = f.contribution_id
      left join person whom on f.name like 'person.%' and whom.id = (f.data ->> 'person')::int
      left join audience before on f.name = 'audience.changed' and before.id = (f.data ->> 'from')::int
      left join audience after on f.name = 'audience.changed' and after.id = (f.data ->> 'to')::int
    where f.name = any (${names}) and (f.contribution_id is not null or f.name like 'person.%' or f.name like 'invitation.%')
      and f.organisation_id in (select s.id from organisation s where app.steers(s.id))
    order by f.at desc, f.id desc limit ${pageSize} offset ${(number - 1) * pageSize}`.execute(
    db.withTables<TrunkTables>(),
  )
  return { items: rows.map(entryFrom), number, size: pageSize, total: rows[0]?.total ?? 0 }
}
