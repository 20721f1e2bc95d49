// Draws the house from the manifests: docs/images/architecture.svg and the table in docs/architecture.md. With `--check` it
// writes nothing and ends with 1 when one of them is not what it would write.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { drawHouse } from './draw-architecture/house-drawing.mjs'

const drawing = 'docs/images/architecture.svg'
const page = 'docs/architecture.md'
const markers = [
  '<!-- drawn from the manifests by `npm run draw-architecture`; do not edit -->',
  '<!-- end of what is drawn -->',
]

/** Manifests are TSX: bundled by the same tool that builds the app, packages left where they are. */
async function loadManifests() {
  const folder = 'node_modules/.cache/vicinia-manifests'
  mkdirSync(folder, { recursive: true })
  const outfile = resolve(folder, `manifests-${process.pid}.mjs`)
  const contents =
    "export { features } from './src/features.ts'; export { trunkMigrations } from './src/trunk/trunk.ts'"
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href).finally(() => rmSync(outfile, { force: true }))
}

const namesIn = (folder, isFolder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === isFolder && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => basename(entry.name, '.ts'))
    .sort()

const found = (migrations, pattern) =>
  migrations.flatMap(({ sql }) => [...sql.matchAll(pattern)].map(([, name]) => name))
const tablesIn = (migrations) => found(migrations, /create table (?:if not exists )?([a-z_]+)/g)

/** The rule that keeps the halls from knowing a feature is the list of the halls. */
const hallPattern = () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
  return new RegExp(forbidden.find(({ name }) => name === 'halls-know-no-feature').from.path)
}

const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const some = (list, word) => (list.length > 0 ? [word] : [])

/** What a feature puts into the halls' hands. */
const givesOf = ({ search = [], home = [], figures = [], beside = [], navigation = [] }) => [
  ...some(search, 'search'),
  ...some(home, 'home'),
  ...some(figures, 'figures'),
  ...some(beside, 'beside'),
  ...some(navigation, 'menu'),
]

const all = (features, name) => features.flatMap((feature) => feature[name] ?? [])

/** What each hall makes of it. A new hall says here, in two short lines, what it takes. */
const takesOf = (features) => ({
  search: [
    'keeps, as far as each may see,',
    all(features, 'search')
      .map(({ kind }) => kind)
      .join(', '),
  ],
  home: [
    `draws ${counted(all(features, 'home').length, 'part')}`,
    `and ${counted(all(features, 'figures').length, 'row')} of figures`,
  ],
  history: ['reads the facts of all,', 'as the audit trail'],
})

function planOf(feature, isHall, takes) {
  const { name, uses = [], routes = [], open = [], facts = {}, hears = [], schedules = [], migrations = [] } = feature
  return {
    ...{ name, uses, isHall, routes: routes.length, open: open.length, facts: Object.keys(facts).length },
    ...{
      jobs: hears.length + schedules.length,
      tables: tablesIn(migrations),
      gives: givesOf(feature),
      takes: takes[name] ?? [],
    },
  }
}

const roomsOf = (trunkMigrations) => [
  {
    name: 'trunk',
    lines: [
      'contributions, audiences, facts',
      'replies, attachments, watching, links',
      counted(tablesIn(trunkMigrations).length, 'table'),
    ],
  },
  { name: 'thesaurus', lines: ['words of all languages → concepts', 'one analyser, one tagger', 'plain text files'] },
  { name: 'ui', lines: ['how it looks; knows no data', 'one folder per component', 'enhance: scripts of the browser'] },
]

function housePlan({ features, trunkMigrations }) {
  const pattern = hallPattern()
  const takes = takesOf(features)
  const migrations = [...trunkMigrations, ...all(features, 'migrations')]
  const tables = tablesIn(migrations).length
  const secured = found(migrations, /alter table ([a-z_]+) enable row level security/g).length
  const policies = found(migrations, /create policy ([a-z_]+)/g).length
  const routes = all(features, 'routes').length
  return {
    about: `${counted(features.length, 'feature')} with ${counted(routes, 'route')} on ${counted(tables, 'table')}; the same numbers stand in the table of docs/architecture.md.`,
    roof: ['main.ts', 'command-line.ts', 'assembly.ts', 'app.tsx', 'features.ts'],
    features: features.map((feature) => planOf(feature, pattern.test(`src/features/${feature.name}/`), takes)),
    rooms: roomsOf(trunkMigrations),
    platform: {
      name: 'platform',
      lines: [
        namesIn('src/platform', true).join(' · '),
        'technique without a city word in it; feature.ts is what a manifest may say',
      ],
    },
    kernel: {
      name: 'kernel',
      lines: [namesIn('src/kernel', false).join(' · '), 'pure words that all share; no input, no output'],
    },
    ground: [
      `${counted(tables, 'table')}, ${secured === tables ? 'each' : secured} under row-level security, with ${counted(policies, 'policy', 'policies')}`,
      'one transaction a request, entered as the person: vicinia_app owns nothing and bypasses nothing',
    ],
  }
}

const row = (cells) => `| ${cells.join(' | ')} |`
const namesOr = (names) => (names.length === 0 ? '' : names.join(', '))

const manifestRow = (feature) => {
  const {
    name,
    uses = [],
    routes = [],
    open = [],
    kinds = [],
    facts = {},
    hears = [],
    schedules = [],
    commands = [],
  } = feature
  const jobs = [...hears, ...schedules].map((job) => `\`${job.name.split('.').at(-1)}\``)
  return row([
    `[${name}](../src/features/${name})`,
    namesOr(uses),
    `${routes.length}, ${open.length} open`,
    namesOr(kinds.map(({ kind }) => kind)),
    String(Object.keys(facts).length || ''),
    namesOr(jobs),
    namesOr(tablesIn(feature.migrations ?? []).map((table) => `\`${table}\``)),
    namesOr(givesOf(feature)),
    namesOr(commands.map((command) => `\`${command.name}\``)),
  ])
}

const tableOf = ({ features, trunkMigrations }) => {
  const heads = ['feature', 'uses', 'routes', 'kinds', 'facts told', 'jobs', 'tables', 'hands over', 'commands']
  const trunk = tablesIn(trunkMigrations).map((table) => `\`${table}\``)
  return [
    row(heads),
    row(heads.map(() => '---')),
    ...features.map(manifestRow),
    '',
    `The trunk's own tables: ${trunk.join(', ')}.`,
  ].join('\n')
}

const withTable = (text, table) => {
  const [begin, end] = markers.map((marker) => text.indexOf(marker))
  if (begin < 0 || end < begin) throw new Error(`${page} has lost the two markers between which the table stands.`)
  return `${text.slice(0, begin + markers[0].length)}\n\n${table}\n\n${text.slice(end)}`
}

const readOr = (path, otherwise) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

const manifests = await loadManifests()
const wanted = new Map([
  [drawing, drawHouse(housePlan(manifests))],
  [page, withTable(readFileSync(page, 'utf8'), tableOf(manifests))],
])
const stale = [...wanted].filter(([path, text]) => readOr(path, '') !== text).map(([path]) => path)
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(`${stale.join(' and ')}: no longer what the manifests say; run npm run draw-architecture\n`)
    process.exitCode = 1
  }
} else for (const path of stale) writeFileSync(path, wanted.get(path))
