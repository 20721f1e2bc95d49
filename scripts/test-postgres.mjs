// Runs the tests that touch the database on PostgreSQL 15 or later from Debian's packages, started here and thrown away after.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const found = () => {
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : []
  // The oldest that we promise to run on tells most.
  const version = versions.filter((number) => number >= 15).sort((one, other) => one - other)[0]
  return version === undefined ? undefined : join(folder, String(version), 'bin')
}

const install = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stdout.write("Installing Debian's PostgreSQL …\n")
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quietly)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], quietly)
  return found()
}

const bin = found() ?? install() ?? fail('No PostgreSQL 15 or later: install the package "postgresql" of your system.')

/** PostgreSQL refuses to run as root; Debian's package brings an account for it. */
const account = () => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const who = account()
const folder = mkdtempSync(join(tmpdir(), 'vicinia-postgres-'))
if (who.uid !== undefined) chownSync(folder, who.uid, who.gid)
const port = await freePort()
const control = (...args) => spawnSync(join(bin, args[0]), args.slice(1), { ...who, cwd: folder, encoding: 'utf8' })

const remove = () => {
  control('pg_ctl', 'stop', '-D', join(folder, 'data'), '-m', 'immediate', '-w')
  rmSync(folder, { recursive: true, force: true })
}
process.on('exit', remove)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

const must = ({ status, stdout, stderr }) => {
  if (status !== 0) fail(`PostgreSQL could not be started: ${stderr || stdout}`)
}
must(control('initdb', '-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'))
const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100`
must(control('pg_ctl', 'start', '-D', join(folder, 'data'), '-l', join(folder, 'log'), '-w', '-o', options))

const query = (text) => must(control('psql', '-h', folder, '-p', String(port), '-U', 'postgres', '-qc', text))
// Not a superuser: as a provider of databases would give it.
query('create role city login createrole createdb')
query('create database vicinia owner city')
process.stdout.write(`${control('postgres', '--version').stdout.trim()} on port ${port}\n`)

const tests = spawn(process.execPath, ['scripts/test.mjs', 'build', 'tests', 'own-database'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: `postgresql://city@127.0.0.1:${port}/vicinia` },
})
tests.on('exit', (code) => {
  if (code !== 0) process.stderr.write(readFileSync(join(folder, 'log'), 'utf8').split('\n').slice(-20).join('\n'))
  process.exit(code ?? 1)
})
