// How long an export takes and what memory it needs, on a database server of its own that is thrown away afterwards:
// `node_modules/.bin/node --expose-gc bench/export.ts [practices]`, 10,000 of about 8 kB each unless said otherwise.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import { trunkMigrations } from '#trunk/trunk.ts'
import { createPractices } from '../src/features/practices/migrations/001-create.ts'
import { stayingTrue } from '../src/features/practices/migrations/002-staying-true.ts'
import { revisions } from '../src/features/practices/migrations/003-revisions.ts'
import { keptText } from '../src/features/practices/migrations/004-kept-text.ts'
import { mechanism } from '../src/features/practices/migrations/005-mechanism.ts'
import { telling } from '../src/features/practices/migrations/006-telling.ts'
import { inLists } from '../src/features/practices/migrations/007-in-lists.ts'
import { practiceListQuery } from '../src/features/practices/public.ts'
import { exportStream } from '../src/features/tables/export-file.ts'
import { formats } from '../src/features/tables/paths.ts'

const count = Number(process.argv[2] ?? 10_000)
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`

const fill = `
  insert into organisation (slug, name, kind, country, active) values ('musterstadt', 'Musterstadt', 'municipality', 'DE', true);
  insert into person (slug, name, email, organisation_id, lang, role) select 'erika', 'Erika', 'erika@musterstadt.example', id, 'de', 'colleague' from organisation where slug = 'musterstadt';
  insert into contribution (kind, title, summary, lang, concepts, author_id, organisation_id, audience_id, state, published_at)
    select 'practice', 'Praxisbeispiel ' || n, repeat('Kurz gesagt. ', 20), 'de', '{lighting,public-space}', p.id, p.organisation_id, 1, 'published', now()
    from person p, generate_series(1, ${count}) n;
  insert into practice (contribution_id, problem, analysis, response, partners, results, evaluation, year_start, evidence, sources)
    select id, t.text, t.text, t.text, E'- Polizei\\n- Schule', t.text, t.text, 2019, 2, '[{"title": "Evaluation", "address": "https://example.org/"}]'
    from contribution c, lateral (select string_agg(md5(c.id::text || n), ' ') as text from generate_series(1, 48) n) t;
  analyze;`

const folder = mkdtempSync(join(tmpdir(), 'vicinia-export-'))
const secret = 'only-for-a-temporary-export-0123456789'
const server = await startEmbeddedServer(folder, secret)
const owner = new pg.Client(server.owner)
await owner.connect()
await ensureRoles(owner, secret)
const ofPractices = [createPractices, stayingTrue, revisions, keptText, mechanism, telling, inLists]
await migrate(owner, [...trunkMigrations, ...ofPractices])
await owner.query(fill)
await owner.end()
const database = openDatabase(databaseAccess(server.owner, secret))

for (const format of formats) {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  const used = process.cpuUsage()
  let bytes = 0
  let most = before
  const filter = { query: practiceListQuery.parse({}), concepts: [], drafts: false }
  const about = { filter, lang: 'de', baseUrl: 'https://vicinia.example', title: 'Praxisbeispiele' } as const
  for await (const piece of exportStream(format, { database, key: { visitor: true }, ...about })) {
    bytes += piece.byteLength
    most = Math.max(most, process.memoryUsage.rss())
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const worked = (process.cpuUsage(used).user / 1_000_000).toFixed(1)
  const memory = `process ${megabytes(before)} before, at most ${megabytes(most)} meanwhile`
  process.stdout.write(
    `${format}: ${count} practices, ${megabytes(bytes)} in ${seconds} s (${worked} s of work); ${memory}\n`,
  )
}
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })
