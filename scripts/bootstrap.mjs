// Installs what is missing, with nothing but Node 20 and npm: packages, and for tests a Chromium, a mail server and an Apertium.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

// Whoever has the packages of the tests keeps them when only the app is started.
const forTests = process.argv.includes('--tests') || existsSync('node_modules/vitest')
const stampFile = 'node_modules/.vicinia-installed'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const wanted = `${lock} ${forTests ? 'all' : 'run'}`

const installed = () => {
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  return stamp === wanted || stamp === `${lock} all`
}

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const run = (command, args, quiet = true) =>
  spawnSync(command, args, {
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
  })

const install = () => {
  process.stdout.write('Installing packages …\n')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? [] : ['--omit=dev'])]
  const first = run('npm', args)
  // A registry that did not answer is worth a second try.
  const result = first.status === 0 ? first : run('npm', args)
  if (result.status !== 0) fail(`The packages could not be installed:\n${result.stderr}`)
  writeFileSync(stampFile, wanted)
}

const chromiumFile = 'node_modules/.cache/vicinia-chromium'
/** Chromium without windows: a page opens in a quarter of the time. Packaged apart in Debian; Playwright brings it by itself. */
const shell = '/usr/bin/chromium-headless-shell'
const candidates = [
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

const rememberChromium = (path) => {
  mkdirSync('node_modules/.cache', { recursive: true })
  writeFileSync(chromiumFile, path)
}

const playwrightChromium = () => {
  process.stdout.write('Fetching a Chromium for the browser tests …\n')
  const result = run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  if (result.status !== 0) fail('No Chromium: install the package "chromium" of your system, then run the tests again.')
  return 'playwright'
}

const foundChromium = () => candidates.find((path) => existsSync(path))

/** Beside a Chromium that is there already only the shell is tried, without a word: Ubuntu has no such package. */
const debianChromium = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return foundChromium()
  const add = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'])
  if (foundChromium() === undefined) {
    process.stdout.write('Installing Chromium for the browser tests …\n')
    run('apt-get', ['update', '-qq'])
  }
  add('chromium-headless-shell')
  if (foundChromium() === undefined) add('chromium')
  return foundChromium()
}

/** Where it cannot be installed the tests of a mailbox are left out, and say so. */
const dovecot = () => {
  if (existsSync('/usr/sbin/dovecot')) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Dovecot and no way to install it: reading a mailbox is not tested on this machine.\n')
    return
  }
  process.stdout.write('Installing Dovecot for the tests of a mailbox …\n')
  run('apt-get', ['update', '-qq'])
  const result = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd', 'dovecot-lmtpd'])
  if (result.status !== 0) fail(`Dovecot could not be installed:\n${result.stderr}`)
}

const apertiumPackages = ['apertium-apy', 'apertium-es-pt', 'apertium-fr-es', 'apertium-en-es']

/** A real translation service for the tests, in the packages of Debian and Ubuntu; elsewhere the tests with it are left out. */
const installApertium = () => {
  if (existsSync('/usr/bin/apertium-apy')) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stdout.write(
      `No Apertium: install the packages ${apertiumPackages.join(', ')} of your system to test translation with it.\n`,
    )
    return
  }
  process.stdout.write('Installing Apertium for the tests of translation …\n')
  run('apt-get', ['update', '-qq'])
  const result = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...apertiumPackages])
  if (result.status !== 0) fail(`The packages of Apertium could not be installed:\n${result.stderr}`)
}

if (!installed()) install()
if (process.argv.includes('--tests')) {
  rememberChromium(existsSync(shell) ? shell : (debianChromium() ?? playwrightChromium()))
  dovecot()
  installApertium()
}
