// What banks told: files, statements and their entries. Row-level security shows an office its own books only.
import { sql } from 'kysely'
import { notFound } from '#kernel/stop.ts'
import type { Db } from '#platform/db/database.ts'
import { gapOf, type ReadEntry, type ReadStatement } from './bank-statement.ts'
import type { Columns } from './csv-columns.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { isWaiting } from './store-entries.ts'
import type { PaymentTables } from './tables.ts'

const tablesOf = (db: Db) => db.withTables<PaymentTables>()

/** Everybody who moves money of this issuer waits here until the transaction before is over. */
export const lockBooks = async (db: Db, issuer: number | null): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7013842, ${issuer ?? 0})`.execute(db)
}

export interface KeptFile {
  readonly id: number
  readonly name: string
  readonly head: readonly string[] | null
  readonly waits: boolean
  readonly broughtAt: Date
}

const files = (db: Db) =>
  tablesOf(db)
    .selectFrom('bank_file as f')
    .select(['f.id', 'f.name', 'f.head', sql<boolean>`f.read_at is null`.as('waits'), 'f.brought_at as broughtAt'])

export const findFile = (db: Db, issuer: number | null, digest: string): Promise<KeptFile | undefined> =>
  files(db)
    .where('f.digest', '=', digest)
    .where(sql<boolean>`coalesce(f.issuer_id, 0) = ${issuer ?? 0}`)
    .executeTakeFirst()

/** The file within reach, or the stop `not-found`. */
export async function getFile(db: Db, id: number | undefined): Promise<KeptFile> {
  const file = id === undefined ? undefined : await files(db).where('f.id', '=', id).executeTakeFirst()
  if (file === undefined) throw notFound()
  return file
}

/** Of a table that waits; null once it was read. */
export const findContent = async (db: Db, id: number): Promise<Buffer | null> => {
  const row = await tablesOf(db).selectFrom('bank_file').select('content').where('id', '=', id).executeTakeFirst()
  return row?.content ?? null
}

export interface FileLine extends KeptFile {
  readonly entries: number
  readonly open: number
}

/** The newest first; of each how many entries wait. */
export const listFiles = (db: Db, issuer: number | null): Promise<FileLine[]> =>
  files(db)
    .select([
      sql<number>`(select count(*)::int from bank_entry e join bank_statement s on s.id = e.statement_id where s.file_id = f.id)`.as(
        'entries',
      ),
      sql<number>`(select count(*)::int from bank_entry e join bank_statement s on s.id = e.statement_id where s.file_id = f.id and ${isWaiting})`.as(
        'open',
      ),
    ])
    .where(sql<boolean>`coalesce(f.issuer_id, 0) = ${issuer ?? 0}`)
    .orderBy('f.id', 'desc')
    .limit(200)
    .execute()

export interface NewFile {
  readonly issuer: number | null
  readonly digest: string
  readonly name: string
  readonly personId: number
  /** Of a table whose columns nobody knows yet. */
  readonly waiting?: { readonly head: readonly string[]; readonly content: Uint8Array }
}

/** Undefined where the same file is there already. */
export async function insertFile(db: Db, file: NewFile, now: Date): Promise<number | undefined> {
  const { issuer, digest, name, personId, waiting } = file
  const row = await tablesOf(db)
    .insertInto('bank_file')
    .values({
      ...{ issuer_id: issuer, digest, name, brought_by: personId, brought_at: now },
      head: waiting === undefined ? null : [...waiting.head],
      content: waiting === undefined ? null : Buffer.from(waiting.content),
      read_at: waiting === undefined ? now : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Its content is in the entries now. */
export const closeFile = async (db: Db, id: number, now: Date): Promise<void> => {
  await tablesOf(db).updateTable('bank_file').set({ content: null, read_at: now }).where('id', '=', id).execute()
}

export async function findColumns(
  db: Db,
  issuer: number | null,
  head: readonly string[],
): Promise<Columns | undefined> {
  const row = await tablesOf(db)
    .selectFrom('bank_columns')
    .select('columns')
    .where(sql<boolean>`coalesce(issuer_id, 0) = ${issuer ?? 0}`)
    .where(sql<boolean>`head = ${[...head]}::text[]`)
    .executeTakeFirst()
  return row?.columns
}

export async function rememberColumns(
  db: Db,
  told: { issuer: number | null; head: readonly string[]; columns: Columns; personId: number },
  now: Date,
): Promise<void> {
  const row = { columns: JSON.stringify(told.columns), told_by: told.personId, told_at: now }
  await tablesOf(db)
    .insertInto('bank_columns')
    .values({ issuer_id: told.issuer, head: [...told.head], ...row })
    .onConflict((conflict) => conflict.expression(sql`coalesce(issuer_id, 0), head`).doUpdateSet(row))
    .execute()
}

/** Longer than any bank writes. */
const short = (text: string, most: number): string => (text.length > most ? [...text].slice(0, most).join('') : text)
const rowOf = (entry: ReadEntry, place: number, fingerprint: string) => ({
  ...{ place, fingerprint, booked_on: entry.bookedOn, valued_on: entry.valuedOn, cents: entry.cents },
  ...{ currency: short(entry.currency, 10), amount: short(entry.amount, 40), name: short(entry.name, 300) },
  ...{ iban: short(entry.iban, 40), text: short(entry.text, 1000), reference: short(entry.reference, 140) },
  reversal: entry.reversal,
})
type EntryRow = ReturnType<typeof rowOf>

async function insertEntries(
  db: Db,
  statementId: number,
  issuer: number | null,
  rows: readonly EntryRow[],
): Promise<number> {
  // A twin: from another file, so that the fingerprints may differ, with day, amount and account or name alike.
  const { rows: made } = await sql<{ id: number }>`
    with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place int, fingerprint text, booked_on date, valued_on date, cents bigint,
      currency text, amount text, name text, iban text, text text, reference text, reversal boolean)),
    others as materialized (select e.id, e.booked_on, e.cents, e.iban, lower(e.name) as name from bank_entry e join bank_statement s on s.id = e.statement_id
      where coalesce(e.issuer_id, 0) = ${issuer ?? 0} and s.file_id <> (select file_id from bank_statement where id = ${statementId})
        and e.booked_on between (select min(booked_on) from r) and (select max(booked_on) from r)),
    by_iban as (select booked_on, cents, iban, min(id) as id from others where iban <> '' group by 1, 2, 3),
    by_name as (select booked_on, cents, name, min(id) as id from others where name <> '' group by 1, 2, 3)
    insert into bank_entry (statement_id, issuer_id, place, fingerprint, booked_on, valued_on, cents, currency, amount, name, iban, text, reference, reversal, twin_id)
    select ${statementId}, ${issuer}::int, r.place, r.fingerprint, r.booked_on, r.valued_on, r.cents, r.currency, r.amount, r.name, r.iban, r.text, r.reference,
      r.reversal, coalesce(i.id, n.id)
    from r left join by_iban i on i.booked_on = r.booked_on and i.cents = r.cents and i.iban = r.iban
      left join by_name n on n.booked_on = r.booked_on and n.cents = r.cents and n.name = lower(r.name)
    order by r.place
    on conflict do nothing returning id`.execute(db)
  return made.length
}

/** The statement with its entries; those that are there already are counted, not repeated. */
export async function insertStatement(
  db: Db,
  of: { fileId: number; issuer: number | null },
  statement: ReadStatement,
  fingerprints: readonly string[],
): Promise<void> {
  const { entries } = statement
  const fresh = await listUnknown(db, of.issuer, fingerprints)
  const { id } = await tablesOf(db)
    .insertInto('bank_statement')
    .values({
      ...{
        file_id: of.fileId,
        issuer_id: of.issuer,
        number: short(statement.number, 60),
        iban: short(statement.iban, 40),
      },
      ...{
        currency: short(statement.currency, 10),
        opening_cents: statement.openingCents,
        closing_cents: statement.closingCents,
      },
      ...{ gap_cents: gapOf(statement), left_out: statement.leftOut, known: entries.length - fresh.size },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = entries
    .map((entry, place) => rowOf(entry, place, fingerprints[place] ?? ''))
    .filter(({ fingerprint }) => fresh.has(fingerprint))
  for (let at = 0; at < rows.length; at += 2000) await insertEntries(db, id, of.issuer, rows.slice(at, at + 2000))
}

async function listUnknown(
  db: Db,
  issuer: number | null,
  fingerprints: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ fingerprint: string }>`
    select f as fingerprint from unnest(${[...fingerprints]}::text[]) f
    where not exists (select 1 from bank_entry e where coalesce(e.issuer_id, 0) = ${issuer ?? 0} and e.fingerprint = f)`.execute(
    db,
  )
  return new Set(rows.map(({ fingerprint }) => fingerprint))
}

/** One for each statement of a file: fingerprints count through all of them. */
export const fingerprintsByStatement = (statements: readonly ReadStatement[]): readonly (readonly string[])[] => {
  const all = fingerprintsOf(statements.flatMap(({ entries }) => entries))
  let at = 0
  return statements.map(({ entries }) => {
    at += entries.length
    return all.slice(at - entries.length, at)
  })
}
