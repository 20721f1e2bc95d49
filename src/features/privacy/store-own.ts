// What is kept about somebody, read as that person: row-level security and the rights on columns decide what there is.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { DeclaredColumn, PartTable } from './personal.ts'

interface ReadableTable {
  readonly table: string
  /** That this person may read; nothing that is a secret, or bytes. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** The column that its key begins with, where that is what its rows belong to: `contribution_id`, `reply_id`. */
  readonly hangsOn: string | null
}

/** Asked of the catalogue: a column that a feature brings tomorrow is in the file tomorrow. */
export async function readTables(db: Db): Promise<ReadonlyMap<string, ReadableTable>> {
  const { rows } = await sql<ReadableTable>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns,
      coalesce((select array_agg(k.attname::text) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary and has_column_privilege(c.oid, k.attnum, 'select')), '{}') as key,
      (select k.attname::text from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and k.attname in ('contribution_id', 'reply_id', 'attachment_id')) as "hangsOn"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and has_column_privilege(c.oid, a.attnum, 'select') and a.atttypid <> 'bytea'::regtype and a.attname <> 'stored_as'
    group by c.oid, c.relname order by c.oid`.execute(db)
  return new Map(rows.map((row) => [row.table, row]))
}

const perPage = 500
export type OwnRow = Readonly<Record<string, unknown>>

const selection = ({ columns }: ReadableTable) => sql.join(columns.map((column) => sql.ref(column)))
const order = ({ key, columns }: ReadableTable) =>
  sql.join((key.length > 0 ? key : columns.slice(0, 1)).map((column) => sql.ref(column)))

/** Theirs in the stricter sense: what hangs on it is theirs, too. Also what they wrote as a member city. */
const ownThings = {
  contribution_id: (personId: number) => sql`select id from contribution
    where author_id = ${personId} or steward_id = ${personId} or id = any ((select app.veiled())::int[])`,
  reply_id: (personId: number) => sql`select id from reply
    where author_id = ${personId} or id = any ((select app.veiled_replies())::int[])`,
  attachment_id: (personId: number) => sql`select id from attachment where uploaded_by = ${personId}`,
} as const
export type Owning = keyof typeof ownThings

/** By which rows of a table are this person's. */
export interface OwnBy extends Omit<PartTable, 'table'> {
  /** What they hang on, where that makes them theirs. */
  readonly hangsOn: Owning | undefined
}

/** One page of the rows of a table that are this person's; fewer than a page: the last. */
export async function readOwnRows(
  db: Db,
  table: ReadableTable,
  by: OwnBy,
  personId: number,
  page: number,
): Promise<{ readonly rows: readonly OwnRow[]; readonly last: boolean }> {
  const readable = by.columns.filter((column) => table.columns.includes(column))
  const conditions = [
    ...readable.map((column) => sql`${sql.ref(column)} = ${personId}`),
    ...by.also.map((name) => sql`id = any ((select ${sql.ref(`app.${name}`)}())::int[])`),
    ...(by.hangsOn === undefined ? [] : [sql`${sql.ref(by.hangsOn)} in (${ownThings[by.hangsOn](personId)})`]),
  ]
  const own = sql.join([sql`false`, ...conditions], sql` or `)
  const { rows } = await sql<OwnRow>`select ${selection(table)} from ${sql.table(table.table)} where ${own}
    order by ${order(table)} limit ${perPage} offset ${page * perPage}`.execute(db)
  return { rows, last: rows.length < perPage }
}

export async function readOwnAddress(db: Db): Promise<string> {
  const { rows } = await sql<{ address: string | null }>`select app.own_address() as address`.execute(db)
  return rows[0]?.address ?? ''
}

export interface OwnUpload {
  readonly table: string
  readonly id: number
  readonly name: string
  readonly size: number
  readonly storedAs: string
}

/** Files that this person brought, as far as they still reach them. */
export async function listOwnUploads(
  db: Db,
  { table, column, also }: DeclaredColumn,
  personId: number,
): Promise<OwnUpload[]> {
  const own =
    also === undefined
      ? sql`${sql.ref(column)} = ${personId}`
      : sql`id = any ((select ${sql.ref(`app.${also}`)}())::int[])`
  const { rows } = await sql<OwnUpload>`select ${table}::text as table, id, name, size, stored_as as "storedAs"
    from ${sql.table(table)} where ${own} order by id limit 10000`.execute(db)
  return rows
}
