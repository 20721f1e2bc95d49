// The rounds of bench/routing.ts, with the manifests of all features, which Node cannot read by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase, type ReadAs } from '#platform/db/database.ts'
import { startEmbeddedServer } from '#platform/db/embedded-server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { databaseAccess, ensureRoles } from '#platform/db/roles.ts'
import { translator } from '#platform/i18n.ts'
import { establishNetwork } from '#trunk/network.ts'
import { features, loadDemonstration, migrations } from '../src/app.tsx'
import { askQuestion } from '../src/features/questions/actions/ask-question.ts'
import { propose } from '../src/features/questions/propose.ts'
import { beginRounds } from '../src/features/routing/actions/carry-question.ts'
import type { Reason } from '../src/features/routing/reason.ts'
import { tellReasons } from '../src/features/routing/tell-reasons.ts'
import { typicalQuestions } from './routing-questions.ts'

const folder = mkdtempSync(join(tmpdir(), 'vicinia-routing-'))
const secret = 'only-for-a-temporary-measurement-0123456789'
const server = await startEmbeddedServer(folder, secret)
const owner = new pg.Client(server.owner)
await owner.connect()
await ensureRoles(owner, secret)
await migrate(owner, migrations)
const database = openDatabase(databaseAccess(server.owner, secret))
const now = new Date('2026-11-26T09:00:00Z')
await establishNetwork(database.system, { name: 'Vicinia', demonstration: true }, now)
const settings = {
  baseUrl: 'http://localhost',
  dataDir: folder,
  secret,
  networkName: 'Vicinia',
  proxies: 0,
  confirmAfterDays: 365,
}
const readAs: ReadAs = (personId, work) => database.read({ personId }, work)
const jobs = { system: database.system, readAs, now: () => now, features, mail: async () => undefined, settings }
await loadDemonstration(jobs, 'demo')

interface Row {
  readonly name: string
  readonly city: string
  readonly country: string
  readonly reasons: readonly Reason[]
}
const t = translator('en')
const times = new Map<string, number>()
const countries: number[] = []

for (const [number, { asker, text }] of typicalQuestions.entries()) {
  const { rows: persons } = await owner.query<{ id: number }>('select id from person where slug = $1', [asker])
  const key = { personId: persons[0]?.id ?? 0 }
  const { title, lang, concepts } = await propose(text, 'en')
  const input = { text, title, lang, concepts: [...concepts], audience: '2', persons: '', revision: 0 } as Parameters<
    typeof askQuestion
  >[2]
  const outcome = await database.write(key, (db, viewer) => {
    if (viewer.person === undefined) throw new Error(`${asker} is not in the demonstration`)
    return askQuestion((work) => work(db), { ...viewer, person: viewer.person }, input, now)
  })
  if (!outcome.done) throw new Error(outcome.refusal)
  await beginRounds(jobs, outcome.value)
  const { rows } = await owner.query<Row>(
    `select p.name, o.name as city, o.country, a.reasons from asked_person a join person p on p.id = a.person_id
     join organisation o on o.id = a.organisation_id where a.contribution_id = $1 order by o.country, o.name`,
    [outcome.value],
  )
  process.stdout.write(
    `\n${number + 1}. ${text}\n   ${lang}, by ${asker}; ${concepts.join(', ') || 'no concept found'}\n`,
  )
  for (const { name, city, country, reasons } of rows) {
    const why = tellReasons(
      t,
      features,
      reasons,
      reasons.flatMap(({ ids }) => ids),
    ).join('; ')
    process.stdout.write(`   → ${name}, ${city} (${country}): ${why}\n`)
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  countries.push(new Set(rows.map(({ country }) => country)).size)
}

const counts = [...times.values()]
const often = [1, 2, 3, 4].map((count) => `${counts.filter((one) => one === count).length} persons ${count}×`)
process.stdout.write(
  `\n${counts.reduce((sum, one) => sum + one, 0)} askings of ${counts.length} persons: ${often.join(', ')}.\n` +
    `Countries a question: ${countries.join(', ')}.\n`,
)
await database.close()
await owner.end()
await server.stop()
rmSync(folder, { recursive: true, force: true })
