// Everything that must hold before a change goes in, stage by stage; stops at the first that fails, ends with counts.
// `node scripts/test.mjs tests house` runs only these stages.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { build } from './build.mjs'

const node = 'node_modules/.bin/node'
const reports = 'node_modules/.cache/vicinia-tests'
const counts = { passed: 0, failed: 0 }
/** What failed and why, told again at the very end: whoever reads only the last lines of a long run must find it. */
const failures = []
const say = (line) => process.stdout.write(`${line}\n`)
const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

/** Runs a tool on the house's own Node; `quiet` keeps its words until they are needed. */
const run = (args, quiet) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] })
    let words = ''
    const keep = (text) => {
      words += text
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('exit', (code) => resolve({ failed: code !== 0, words }))
  })

const count = (failed) => {
  counts[failed ? 'failed' : 'passed'] += 1
  return !failed
}

const checks = [
  ['types', ['node_modules/typescript-native/bin/tsc', '--noEmit']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
  [
    'who may import whom',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'src',
    ],
  ],
  ['nothing unused', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

const check = async ([name, args]) => {
  const begun = performance.now()
  const { failed, words } = await run(args, true)
  say(`${failed ? 'FAILED' : 'ok    '} ${name} (${seconds(begun)})${failed ? `\n${words}` : ''}`)
  if (failed) failures.push(`${name}\n${words.slice(0, 4000)}`)
  return count(failed)
}

/** Two at a time: as many as a small machine has cores. */
const checkAll = async () => {
  const waiting = [...checks]
  let holds = true
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) holds = (await check(next)) && holds
  }
  await Promise.all([work(), work()])
  return holds
}

const buildAll = () =>
  build().then(
    () => count(false),
    (error) => {
      say(String(error))
      failures.push(`build\n${error}`)
      return count(true)
    },
  )

/** Name and first words of the reason, without the colours of a terminal. */
const reasonsOf = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [`${name}\n${message}`] : []
    return tests.map((one) => `${one.fullName}\n${one.failureMessages.join('\n').slice(0, 2000)}`)
  })

const vitest = async (project) => {
  const report = `${reports}/${project}.json`
  rmSync(report, { force: true })
  const { failed } = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    false,
  )
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += result.numPassedTests
    // A file that cannot be loaded fails without a test of its own.
    counts.failed += Math.max(result.numFailedTests, failed ? 1 : 0)
    failures.push(...reasonsOf(result).map(stripVTControlCharacters))
  } catch {
    count(true)
  }
  return !failed
}

const stages = {
  build: ['Build', buildAll],
  checks: ['Types, lint, imports, unused code', checkAll],
  house: ['House rules', () => vitest('house')],
  tests: ['Unit and integration tests on a real database', () => vitest('tests')],
  process: ['Start, stop, recovery', () => vitest('process')],
  journeys: ['Journeys in a browser', () => vitest('journeys')],
}
/** Only with DATABASE_URL, see test-postgres.mjs. */
const furtherStages = { 'own-database': ['Start on a database of one’s own', () => vitest('own-database')] }
const allStages = { ...stages, ...furtherStages }

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(allStages, name))
if (unknown !== undefined) {
  process.stderr.write(`There is no stage ${unknown}; there are ${Object.keys(allStages).join(', ')}.\n`)
  process.exit(1)
}
mkdirSync(reports, { recursive: true })
for (const name of asked.length > 0 ? asked : Object.keys(stages)) {
  const [title, work] = allStages[name]
  const begun = performance.now()
  say(`\n== ${title}`)
  const holds = await work()
  say(`== ${title}: ${holds ? 'holds' : 'FAILED'} (${seconds(begun)})`)
  if (!holds) break
}
if (failures.length > 0) say(`\n== What failed\n${failures.join('\n\n')}`)
say(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 ? 1 : 0
