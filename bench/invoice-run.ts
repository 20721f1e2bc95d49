// A year's invoices for many members: the preview, the run, the list, and every document drawn; prints figures, also of memory.
//   node bench/invoice-run.ts [members, default 10000] [documents, default all]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { isSignedIn } from '#kernel/viewer.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import { trunkMigrations } from '#trunk/trunk.ts'
import { createFees } from '../src/features/fees/migrations/001-create.ts'
import { runFees } from '../src/features/invoices/actions/run-fees.ts'
import { archiveStream } from '../src/features/invoices/archive.ts'
import { createInvoices } from '../src/features/invoices/migrations/001-create.ts'
import { previewOf, totalsOf } from '../src/features/invoices/preview.ts'
import { readMaterial } from '../src/features/invoices/read-material.ts'
import { shownOf } from '../src/features/invoices/shown-preview.ts'
import { findInvoices } from '../src/features/invoices/store-entries.ts'
import { createMembers } from '../src/features/members/migrations/001-create.ts'
import { createMemberships } from '../src/features/memberships/migrations/001-create.ts'

const members = Number(process.argv[2] ?? 10_000)
const documents = Number(process.argv[3] ?? members)
const secret = 'only-for-a-temporary-network-0123456789'
const year = 2026

const filling = `
  set session_replication_role = replica;
  insert into organisation (slug, name, kind, country, active)
    select 'city-' || lpad(n::text, 5, '0'), 'City ' || n, 'municipality', (array['DE', 'FR', 'IT', 'PT'])[n % 4 + 1], true from generate_series(1, ${members}) n;
  insert into organisation (slug, name, kind, country) values ('office', 'Office', 'office', 'FR');
  insert into person (slug, name, email, organisation_id, lang, role) select 'olga', 'Olga', 'olga@office.example', id, 'en', 'office' from organisation where slug = 'office';
  insert into forum (slug, names, country, membership_rule) values ('forum-germany', '{"en": "Forum"}', 'DE', 'automatic-from-network');
  insert into membership (organisation_id, forum_id, begins_on, ground) select id, null, '2015-01-01', 'register' from organisation where kind = 'municipality';
  insert into membership (organisation_id, forum_id, begins_on, ground) select id, (select id from forum), '2015-01-01', 'register' from organisation where country = 'DE' and kind = 'municipality';
  insert into population_figure (organisation_id, as_of, population, source)
    select id, make_date(2020 + y, 12, 31), 5000 + (id * 7919 + y * 31) % 900000, 'bench' from organisation, generate_series(0, 4) y where kind = 'municipality';
  insert into billing (organisation_id, legal_name, street, postcode, city, country, email, lang, leitweg_id)
    select id, name, 'Street 1', '12345', name, country, 'treasury@' || slug || '.example', (array['fr', 'it', 'pt', 'de'])[id % 4 + 1],
      case when country = 'DE' then '992-90009-96' else '' end from organisation where kind = 'municipality';
  insert into issuer (name, legal_name, street, postcode, city, country, legal_scheme, legal_id, endpoint_scheme, endpoint_id, contact_name, contact_phone,
    contact_email, iban, bic, bank_name, tax_category, tax_rate, exemption_code, exemption_reason, days_to_pay, legal_note)
    values ('Network', 'Network', '1 rue', '75001', 'Paris', 'FR', '0009', '73282932000074', 'EM', 'a@b.example', 'Olga', '+33', 'a@b.example',
      'FR1420041010050500013M02606', 'PSSTFRPPPAR', 'Bank', 'O', 0, 'VATEX-EU-O', 'Not subject to VAT', 30, 'Association');
  insert into fee_scale (year, version, state, approved_at) values (${year}, 1, 'approved', now()), (${year - 1}, 1, 'approved', now());
  insert into fee_bracket (scale_id, place, member_kind, from_inhabitants, to_inhabitants, basis, flat_cents)
    select s.id, n, 'municipality', case n when 0 then 1 else n * 50000 + 1 end, case when n < 19 then (n + 1) * 50000 end, 'flat', (s.year - 2000) * 1000 + n * 20000
    from fee_scale s, generate_series(0, 19) n;
  insert into fee_share select s.id, f.id, 5000 from fee_scale s, forum f;
  set session_replication_role = origin;
  analyze;`

async function open(folder: string) {
  const server = await startEmbeddedServer(folder, secret)
  const client = new pg.Client(server.owner)
  await client.connect()
  await ensureRoles(client, secret)
  await migrate(client, [...trunkMigrations, createMembers, createFees, createMemberships, createInvoices])
  await client.query(filling)
  await client.end()
  // What autovacuum does within a minute.
  const settle = async (): Promise<void> => {
    const owner = new pg.Client(server.owner)
    await owner.connect()
    await owner.query('vacuum analyze').finally(() => owner.end())
  }
  return { database: openDatabase(databaseAccess(server.owner, secret)), stop: server.stop, settle }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(2)} s`
const mebibytes = (): number => Math.round(process.memoryUsage().rss / 1_048_576)
const at = (sorted: readonly number[], part: number): string =>
  `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0)} ms`

async function timesOf(work: (round: number) => Promise<unknown>, rounds: number): Promise<string> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work(round)
    times.push(performance.now() - begun)
  }
  const sorted = times.sort((one, other) => one - other)
  return `median ${at(sorted, 0.5)}, p95 ${at(sorted, 0.95)} of ${rounds}`
}

const key = { personId: 1 }
const previewQuery = { q: '', page: 1, state: undefined, reason: undefined, country: undefined }

const preview = (database: Database, of: number) =>
  database.read(key, async (db) => {
    const read = await readMaterial(db, null, of)
    if (typeof read === 'string') throw new Error(read)
    const lines = previewOf(read.material)
    shownOf(lines, previewQuery, [])
    return totalsOf(lines)
  })

async function run(database: Database, of: number): Promise<void> {
  const seen = await preview(database, of)
  const viewer = await database.read(key, async (_, who) => who)
  if (!isSignedIn(viewer)) throw new Error('Nobody there')
  const begun = performance.now()
  const outcome = await runFees((work) => database.write(key, work), viewer, { year: of, ...seen }, new Date())
  if (!outcome.done) throw new Error(outcome.refusal)
  print(`run ${of}: ${seen.count} invoices in one transaction in ${seconds(begun)}, resident ${mebibytes()} MiB`)
}

async function drawAll(database: Database): Promise<void> {
  const begun = performance.now()
  const memory: number[] = []
  let bytes = 0
  let last = begun
  let pieces = 0
  for await (const piece of archiveStream({ database, key, issuer: null, year, by: 'fee' })) {
    bytes += piece.length
    pieces += 1
    if (performance.now() - last > 1000) {
      memory.push(mebibytes())
      last = performance.now()
    }
    // Each document gives a head, its bytes and a foot; two of them an invoice.
    if (pieces >= documents * 6) break
  }
  const drawn = Math.min(documents, members)
  const quarter = memory[Math.floor(memory.length / 4)] ?? 0
  print(
    `documents: ${drawn} invoices (PDF and XML) drawn and packed in ${seconds(begun)}, ${Math.round(bytes / 1_048_576)} MiB`,
  )
  print(
    `resident memory while drawing: after a quarter ${quarter} MiB, at the end ${memory.at(-1) ?? 0} MiB, most ${Math.max(...memory)} MiB`,
  )
}

const listQuery = (round: number) => ({
  ...{ kind: undefined, state: undefined },
  ...{
    q: ['', 'city 77', '2026-01', ''][round % 4] ?? '',
    year: round % 3 === 0 ? year - 1 : undefined,
    page: (round % 40) + 1,
  },
})

async function listing(database: Database, count: number): Promise<void> {
  const page = (round: number) => database.read(key, (db) => findInvoices(db, null, listQuery(round), 'en'))
  print(`list of ${count}: ${await timesOf(page, 200)}`)
}

const folder = mkdtempSync(join(tmpdir(), 'vicinia-invoices-'))
const { database, stop, settle } = await open(folder)
try {
  print(`${members} members`)
  await run(database, year - 1)
  await settle()
  await listing(database, members)
  print(`preview with last year beside it: ${await timesOf(() => preview(database, year), 7)}`)
  await run(database, year)
  await listing(database, 2 * members)
  await drawAll(database)
} finally {
  await database.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
