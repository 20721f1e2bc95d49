// Rows for any table, made from the catalogue alone: a table that a feature brings tomorrow is attacked from its first day.
import type pg from 'pg'

export interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly required: boolean
  /** Numbered by the database itself. */
  readonly automatic: boolean
  readonly target: string | null
  readonly targetColumn: string | null
  readonly checks: string | null
  readonly readable: boolean
  readonly insertable: boolean
  readonly updatable: boolean
}
export type Row = Readonly<Record<string, unknown>>

const columnsSql = `
select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
  a.attnotnull and not a.atthasdef as required, a.attidentity <> '' or a.attgenerated <> '' as automatic,
  f.confrelid::regclass::text as target,
  (select t.attname from pg_attribute t where t.attrelid = f.confrelid and t.attnum = f.confkey[1]) as "targetColumn",
  (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
    where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]) as checks,
  has_column_privilege('vicinia_app', c.oid, a.attnum, 'select') as readable,
  has_column_privilege('vicinia_app', c.oid, a.attnum, 'insert') as insertable,
  has_column_privilege('vicinia_app', c.oid, a.attnum, 'update') as updatable
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  left join pg_constraint f on f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]
where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
order by c.oid, a.attnum`

/** Every column of every table of the schema, tables in the order in which they were created. */
export const readColumns = async (owner: pg.ClientBase): Promise<readonly Column[]> =>
  (await owner.query<Column>(columnsSql)).rows

export const columnsOf = (columns: readonly Column[], table: string): readonly Column[] =>
  columns.filter((column) => column.table === table)

/** Tables with rows about contributions, each with the columns that name one. */
export const aboutContributions = (columns: readonly Column[]): ReadonlyMap<string, readonly string[]> => {
  const tables = new Map<string, string[]>()
  for (const { table, name, target } of columns)
    if (target === 'contribution') tables.set(table, [...(tables.get(table) ?? []), name])
  return tables
}

const samples: readonly (readonly [RegExp, unknown])[] = [
  [/\[\]$/, '{}'],
  [/^json/, '{}'],
  [/^(?:timestamp|date)/, '2026-01-05'],
  [/^(?:smallint|numeric|real|double)/, 1],
  [/^bool/, false],
  [/^character$|^bpchar/, 'DE'],
  [/^bytea/, Buffer.from('x')],
  [/^uuid/, '00000000-0000-4000-8000-000000000000'],
]
let number = 1_000_000
/** Whole numbers differ, so that rows do not meet in a unique index. */
const sampleOf = ({ type, checks }: Column): unknown => {
  if (/^(?:big)?int(?:eger)?$/.test(type)) return number++
  const choice = /= ANY \(ARRAY\['([^']+)'/.exec(checks ?? '')?.[1] ?? /= '([^']+)'/.exec(checks ?? '')?.[1]
  return choice ?? samples.find(([pattern]) => pattern.test(type))?.[1] ?? 'x'
}

type Known = ReadonlyMap<string, Row>

/** Any row of the table pointed to; where there is none yet, one is made, open to the audience of the first thing. */
async function fromTarget(
  owner: pg.ClientBase,
  columns: readonly Column[],
  column: Column,
  known: Known,
): Promise<unknown> {
  const { rows } = await owner.query(`select ${column.targetColumn} as value from ${column.target} limit 1`)
  return rows[0]?.value ?? (await seedRow(owner, columns, column.target ?? '', {}, known))[column.targetColumn ?? '']
}

/** As the owner: inserts one row, filling in what is not given; `known` holds a row of each table that it may point to. */
export async function seedRow(
  owner: pg.ClientBase,
  columns: readonly Column[],
  table: string,
  given: Row,
  known: Known = new Map(),
): Promise<Row> {
  const values: Record<string, unknown> = { ...given }
  for (const column of columnsOf(columns, table)) {
    if (column.automatic || column.name in values) continue
    const pointed = column.target === null ? undefined : known.get(column.target)?.[column.targetColumn ?? '']
    if (pointed !== undefined) values[column.name] = pointed
    else if (column.required)
      values[column.name] = column.target === null ? sampleOf(column) : await fromTarget(owner, columns, column, known)
  }
  const names = Object.keys(values)
  const places = names.map((_, index) => `$${index + 1}`)
  const sql = `insert into "${table}" (${names.join(', ')}) values (${places.join(', ')}) returning *`
  const { rows } = await owner.query<Row>(sql, Object.values(values)).catch((error) => {
    throw new Error(`No row could be made for the table ${table}; teach testing/protection/seed-rows.ts`, {
      cause: error,
    })
  })
  return rows[0] ?? {}
}
