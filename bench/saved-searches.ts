// How long it takes to find whom a new practice concerns, on a database server of its own that is thrown away afterwards:
// `node_modules/.bin/node bench/saved-searches.ts [searches] [practices]`, 5,000 and 40 unless said otherwise. The searches
// are labels of the thesaurus in eight languages, a third of two labels, half with filters; the practices the demonstration's.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import type { Fact } from '#platform/facts.ts'
import type { Feature, SearchDocument } from '#platform/feature.ts'
import { readConceptFiles } from '#thesaurus/vocabulary.ts'
import { trunkMigrations } from '#trunk/trunk.ts'
import { matchContribution } from '../src/features/saved/actions/match-contribution.ts'
import { keysOf } from '../src/features/saved/matching.ts'
import { createSaved } from '../src/features/saved/migrations/001-create.ts'

const count = Number(process.argv[2] ?? 5000)
const most = Number(process.argv[3] ?? 40)

const folder = mkdtempSync(join(tmpdir(), 'vicinia-saved-'))
const secret = 'only-for-a-temporary-measurement-0123456789'
const server = await startEmbeddedServer(folder, secret)
const owner = new pg.Client(server.owner)
await owner.connect()
await ensureRoles(owner, secret)
await migrate(owner, [...trunkMigrations, createSaved])
await owner.query(`
  insert into organisation (slug, name, kind, country, active)
    select 'city-' || n, 'City ' || n, 'municipality', 'DE', true from generate_series(1, 300) n;
  insert into person (slug, name, email, organisation_id, lang, role)
    select 'p' || n, 'P' || n, 'p' || n || '@example.org', (select id from organisation where slug = 'city-' || n % 300 + 1), 'de', 'colleague' from generate_series(1, ${count}) n;`)

const languages = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl']
const labels = readConceptFiles().concepts.flatMap((concept) =>
  languages.flatMap((lang) => (concept.labels[lang] ?? []).map((label) => ({ lang, label }))),
)
/** The same every time. */
let state = 42
const next = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state % below
}
const rhythms = ['at-once', 'daily', 'weekly', 'never']
const filters = ['{}', '{"country":["DE"]}', '{}', '{"evidence":["2","3"],"kind":["practice"]}']

for (let number = 0; number < count; number += 1) {
  const { lang, label } = labels[next(labels.length)] ?? { lang: 'de', label: 'Jugend' }
  const second = number % 3 === 0 ? ` ${labels.filter((one) => one.lang === lang)[next(200)]?.label ?? ''}` : ''
  const text = number % 50 === 0 ? '' : `${label}${second} ${number % 7 === 0 ? `w${number}` : ''}`.trim()
  await owner.query(
    `insert into saved_search (person_id, name, text, lang, filters, keys, rhythm, created_at)
     values ($1, 'n', $2, $3, $4, $5, $6, '2026-01-01') on conflict do nothing`,
    [number + 1, text, lang, filters[next(4)], await keysOf(text, lang), rhythms[number % 4]],
  )
}
await owner.query('analyze')

type Practice = Record<'title' | 'problem' | 'response' | 'results' | 'language', string> & { topics: string[] }
const practices = (JSON.parse(readFileSync('demo/practices.json', 'utf8')) as Practice[]).slice(0, most)
const documentOf = (one: Practice, subject: number): SearchDocument => ({
  ...{ subject, kind: 'practice', lang: one.language, title: one.title, summary: '', audience: 2, path: '/' },
  ...{ body: [one.problem, one.response, one.results].join('\n'), concepts: one.topics, country: 'DE', evidence: 2 },
  ...{ organisation: { id: 1, name: 'City 1', slug: 'city-1' }, year: 2024, changedAt: new Date() },
})
const documents = new Map<number, SearchDocument>()
const source = {
  ...{ kind: 'practice', label: '', plural: '', facts: ['practice.published'], subjects: async () => [] },
  subject: (fact: Fact) => fact.contributionId ?? undefined,
  document: async (_: unknown, subject: number) => documents.get(subject),
}
const features: Feature[] = [
  { name: 'practices', kinds: [{ kind: 'practice', label: '', plural: '', path: () => '/' }], search: [source] },
]

const database = openDatabase(databaseAccess(server.owner, secret))
const times: number[] = []
const totals: number[] = []
for (const [index, practice] of practices.entries()) {
  const { rows } = await owner.query<{ id: number }>(
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
     values ('practice', $1, $2, 1, 1, 2, 'published', now()) returning id`,
    [practice.title, practice.language],
  )
  const id = rows[0]?.id ?? 0
  documents.set(id, documentOf(practice, id))
  const about = { id: index, name: 'practice.published', contributionId: id, audienceId: 2, data: {} }
  const fact = { ...about, actorId: null, organisationId: null, at: new Date() }
  const begun = performance.now()
  await matchContribution(database.system, features, fact)
  times.push(performance.now() - begun)
  const matched = await owner.query('select count(*)::int as count from saved_match where contribution_id = $1', [id])
  totals.push(matched.rows[0].count)
}
const sorted = (list: readonly number[]) => [...list].sort((one, other) => one - other)
const part = (list: readonly number[], share: number): string =>
  (sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(0)
const alerts = (await owner.query('select count(*)::int as count from saved_alert')).rows[0].count
process.stdout.write(
  `${count} saved searches, ${practices.length} new practices: the first ${times[0]?.toFixed(0)} ms, then p50 ${part(times, 0.5)} ms, p95 ${part(times, 0.95)} ms, at most ${part(times, 1)} ms; matches p50 ${part(totals, 0.5)}, at most ${part(totals, 1)}; ${alerts} alerts\n`,
)
await owner.end()
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })
