// docs/operations.md says what the code does: every setting, every command, every file that it names.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConfig, settingNames } from '#platform/config.ts'
import { newFolder, start } from './running.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const operations = read('docs/operations.md')
const section = (title: string): string => operations.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
/** The first two cells of each row of a table; the first cell is in backticks. */
const rowsOf = (title: string): string[][] =>
  [...section(title).matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, name = '', next = '']) => [name, next.trim()])

test('the table of settings names each setting once, with the default that holds', () => {
  const rows = rowsOf('Settings')
  expect(rows.map(([name]) => name).sort()).toEqual([...settingNames].sort())
  const DATA_DIR = newFolder()
  const config = loadConfig({ DATA_DIR })
  if (!config.done) throw new Error(config.refusal)
  const { port, host, mailFrom, networkName, proxies, confirmAfterDays, logLevel, network } = config.value
  const defaults = { PORT: port, HOST: host, MAIL_FROM: mailFrom, NETWORK_NAME: networkName, PROXIES: proxies }
  const all = { ...defaults, CONFIRM_AFTER_DAYS: confirmAfterDays, LOG_LEVEL: logLevel, VICINIA_NETWORK: network }
  expect(Object.fromEntries(rows)).toMatchObject(
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, `\`${value}\``])),
  )
})

test('the table of commands names what --help names', async () => {
  const command = ['node_modules/.bin/node', 'dist/command-line.js', '--help'] as const
  const { out } = await (await start({ command })).ended
  const named = [...out.matchAll(/^ {2}([a-z-]+(?: [a-z]+)?) {2,}/gm)].map(([, name]) => name)
  expect(rowsOf('The administration command line').map(([name]) => name)).toEqual(expect.arrayContaining(named))
})

test('every file of deploy/ that the documents name is there', () => {
  const documents = [operations, ...globSync('deploy/*').map(read)].join('\n')
  const named = [...documents.matchAll(/(?<![\w/])deploy\/[A-Za-z.-]*\w/g)].map(([path]) => path)
  expect(named.length).toBeGreaterThan(5)
  expect([...new Set(named)].filter((path) => path !== 'deploy/.env' && !existsSync(path))).toEqual([])
})

test('what compose.yaml and the service set are settings of Vicinia', () => {
  const compose = read('deploy/compose.yaml').split(/^ {2}database:/m)[0] ?? ''
  const inCompose = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name)
  const line = /^Environment=(.+)$/m.exec(read('deploy/vicinia.service'))?.[1] ?? ''
  const inService = line.split(' ').map((pair) => pair.split('=')[0])
  expect(inCompose.length).toBeGreaterThan(5)
  expect([...inCompose, ...inService].filter((name) => ![...settingNames, 'NODE_ENV'].includes(name ?? ''))).toEqual([])
})
