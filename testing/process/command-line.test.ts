// The administration command line: alone, beside a running Vicinia, and with words it does not know.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Ended, processesOn } from './program.ts'
import { enter, loadedFolder, newFolder, start } from './running.ts'

const vicinia = async (dataDir: string, ...words: string[]): Promise<Ended> => {
  const command = ['node_modules/.bin/node', 'dist/command-line.js', ...words] as const
  return (await start({ dataDir, command })).ended
}

describe('help', () => {
  test('names every command, and each explains itself without touching anything', async () => {
    const folder = newFolder()
    const all = await vicinia(folder, '--help')
    const commands = [...all.out.matchAll(/^ {2}([a-z-]+(?: [a-z]+)?) {2,}/gm)].map((found) => found[1] ?? '')
    expect(commands).toEqual(expect.arrayContaining(['migrate', 'demo load', 'invite', 'reindex', 'check-config']))
    for (const name of commands) {
      const { out, code } = await vicinia(folder, ...name.split(' '), '--help')
      expect(out).toContain(`npm run -s vicinia -- ${name}`)
      expect(code).toBe(0)
    }
    expect(existsSync(folder)).toBe(false)
  })

  test.each([
    [['invent'], /^There is no command "invent"\./],
    [['migrate', 'now'], /^"migrate" takes no "now"\.$/],
  ])('%s is refused with a sentence', async (words, sentence) => {
    const { err, code } = await vicinia(newFolder(), ...words)
    expect(err.trim()).toMatch(sentence)
    expect(code).toBe(1)
  })
})

test('a new database is made step by step: migrate, demo load, and both a second time', async () => {
  const folder = newFolder()
  expect((await vicinia(folder, 'migrate')).out).toMatch(/applied trunk\/001-actors[\s\S]+\d+ migrations applied\.\n$/)
  expect((await vicinia(folder, 'migrate')).out).toBe('The schema is up to date.\n')
  const loading = await vicinia(folder, 'demo', 'load')
  expect(loading.err).toContain('Loading the demonstration network')
  expect(loading.out).toBe('The demonstration is loaded.\n')
  expect((await vicinia(folder, 'demo', 'load')).out).toBe('The demonstration was loaded before.\n')
  expect(processesOn(folder)).toEqual([])
})

const wrongInvitations = [
  ['not-an-address', '--organisation', 'at-graz'],
  ['new@graz.example'],
  ['new@graz.example', '--organisation', 'atlantis'],
  ['new@graz.example', '--organisation', 'at-graz', '--role', 'king'],
]

test('beside a running Vicinia it works on the same database and leaves it running', async () => {
  const app = await start({ dataDir: loadedFolder() })
  await app.ready
  const reindexed = await vicinia(app.dataDir, 'reindex')
  expect(reindexed).toMatchObject({ code: 0 })
  expect(reindexed.out + reindexed.err).toMatch(/\d/)
  const invited = await vicinia(
    app.dataDir,
    'invite',
    'new@graz.example',
    '--organisation',
    'at-graz',
    '--role',
    'colleague',
  )
  expect(invited).toMatchObject({ code: 0, err: '' })
  const link = /https?:\/\/\S+/.exec(invited.out)?.[0] ?? ''
  expect(await (await fetch(app.base + new URL(link).pathname + new URL(link).search)).text()).toContain('Graz')
  const ada = await enter(app.base, 'ada-lindmoser')
  expect(await ada.page('/practices')).toContain('<h1')
  for (const words of wrongInvitations) {
    const { err, code } = await vicinia(app.dataDir, 'invite', ...words)
    expect(code, words.join(' ')).toBe(1)
    expect(err.trim()).toMatch(/^(?:Usage: invite|There is no organisation atlantis\.$)/)
    expect(err.trim().split('\n')).toHaveLength(1)
  }
  await app.end('SIGTERM')
})

test('alone it starts the database for itself and stops it again', async () => {
  const folder = loadedFolder()
  expect(await vicinia(folder, 'reindex')).toMatchObject({ code: 0 })
  expect(processesOn(folder)).toEqual([])
})

test('a network that is none will not become a demonstration', async () => {
  const folder = newFolder()
  const empty = await start({ dataDir: folder, environment: { VICINIA_NETWORK: 'empty' } })
  await empty.ready
  await empty.end('SIGTERM')
  const { code, err } = await vicinia(folder, 'demo', 'load')
  expect(code).toBe(1)
  expect(err.trim()).toMatch(/^This network was not created as a demonstration/)
})
