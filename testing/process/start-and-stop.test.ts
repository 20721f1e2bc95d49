// One command starts everything; Ctrl-C and SIGTERM stop everything; what cannot start says why in one sentence.
import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '#platform/config.ts'
import { type Ended, processesOn } from './program.ts'
import { loadedFolder, newFolder, start } from './running.ts'

/** One sentence: a single line that ends like one, and no trace of the code. */
const expectSentence = ({ code, err, out }: Ended, sentence: RegExp): void => {
  expect(err.trim()).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(out).not.toContain('is ready')
  expect(code).toBe(1)
}

describe('starting and stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s stops the app and its database', async (signal) => {
    const app = await start({ dataDir: loadedFolder() })
    await app.ready
    expect((await fetch(`${app.base}/readyz`)).status).toBe(200)
    expect(processesOn(app.dataDir)).not.toEqual([])
    expect((await app.end(signal)).code).toBe(0)
    expect(processesOn(app.dataDir)).toEqual([])
  })

  test('stopped in the middle of its start, it leaves nothing running', async () => {
    const app = await start({ dataDir: loadedFolder() })
    await expect.poll(() => processesOn(app.dataDir), { timeout: 20_000, interval: 20 }).not.toEqual([])
    expect((await app.end('SIGTERM')).code).toBe(0)
    expect(processesOn(app.dataDir)).toEqual([])
  })

  test('npm start, stopped like a service stops it, leaves nothing running', async () => {
    const app = await start({ dataDir: loadedFolder(), command: ['npm', 'start', '--silent'] })
    await app.ready
    await app.end('SIGTERM')
    await expect.poll(() => processesOn(app.dataDir), { timeout: 10_000 }).toEqual([])
  })

  test.skipIf(process.getuid?.() !== 0)('an ordinary user starts it too', async () => {
    const dataDir = newFolder()
    const [uid, gid] = ['65534', '65534']
    mkdirSync(dataDir)
    for (const folder of [dirname(dataDir), dataDir]) chmodSync(folder, 0o755)
    spawnSync('chown', [`${uid}:${gid}`, dataDir])
    const reachable = spawnSync('setpriv', [
      '--reuid',
      uid,
      '--regid',
      gid,
      '--clear-groups',
      'test',
      '-r',
      'dist/main.js',
    ])
    // A checkout in a closed home is out of an ordinary user's reach; there they have one of their own.
    if (reachable.status !== 0) return
    const command = [
      'setpriv',
      '--reuid',
      uid,
      '--regid',
      gid,
      '--clear-groups',
      'node_modules/.bin/node',
      'dist/main.js',
    ] as const
    const app = await start({ dataDir, command, environment: { VICINIA_NETWORK: 'empty' } })
    await app.ready
    expect((await app.end('SIGTERM')).code).toBe(0)
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(Number(uid))
  })
})

describe('one clear sentence, and the end', () => {
  test('a second process on the same data folder', async () => {
    const first = await start({ dataDir: loadedFolder() })
    await first.ready
    const second = await start({ dataDir: first.dataDir })
    expectSentence(await second.ended, /^Another Vicinia \(process \d+\) is already using the data folder /)
    expect((await fetch(`${first.base}/readyz`)).status).toBe(200)
    await first.end('SIGTERM')
  })

  test('a port in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()))
    const { port } = other.address() as { port: number }
    const app = await start({ environment: { PORT: String(port) } })
    expectSentence(await app.ended, new RegExp(`^The port ${port} is already in use; .+ PORT .+\\.$`))
    other.close()
  })

  test('a database that cannot be reached', async () => {
    const app = await start({ environment: { DATABASE_URL: 'postgresql://city:secret@127.0.0.1:9/vicinia' } })
    const ended = await app.ended
    expectSentence(ended, /^The database .+\.$/)
    expect(ended.err).not.toContain('secret')
  })

  test('a wrong setting', async () => {
    const app = await start({ environment: { PORT: 'eighty' } })
    expectSentence(await app.ended, /^The setting PORT is wrong: "eighty" must be a number from 1 to 65535\.$/)
  })

  test.each([
    ['DATABASE_URL', 'mysql://somewhere'],
    ['SMTP_URL', 'mail.example.org'],
    ['SECRET', 'short'],
    ['BASE_URL', 'vicinia.example'],
    ['LOG_LEVEL', 'loud'],
    ['PROXIES', 'many'],
    ['VICINIA_NETWORK', 'other'],
    ['EMBEDDING_ADDRESS', 'models.example.org'],
    ['EMBEDDING_ADDRESS', 'https://models.example.org?key=1'],
    ['EMBEDDING_MODEL', 'without an address'],
    ['EMBEDDING_KEY', 'without an address'],
    ['EMBEDDING_FOLDER', '/nowhere'],
    ['EMBEDDING_REACH', 'some'],
    ['EMBEDDING_REACH', 'all'],
    ['TRANSLATION_PROVIDER', 'somebody'],
    ['TRANSLATION_ADDRESS', 'https://translate.example'],
    ['TRANSLATION_KEY', 'without a provider'],
    ['TRANSLATION_USER', 'without a provider'],
  ])('the setting %s=%s', (name, value) => {
    const { done, ...outcome } = loadConfig({ [name]: value })
    expect(done).toBe(false)
    expect(outcome).toEqual({ refusal: expect.stringMatching(new RegExp(`^The setting ${name} is wrong: .+\\.$`)) })
  })

  test('a data folder that cannot be written', async () => {
    const file = newFolder()
    writeFileSync(file, 'a file, not a folder')
    const app = await start({ dataDir: join(file, 'data') })
    expectSentence(await app.ended, /^The data folder .+\.$/)
  })

  test('a schema newer than the code', async () => {
    const dataDir = loadedFolder()
    const app = await start({ dataDir })
    await app.ready
    const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
    const password = createHmac('sha256', secret).update('vicinia_owner').digest('hex')
    const owner = new pg.Client({ host: join(dataDir, 'run'), user: 'vicinia_owner', database: 'vicinia', password })
    await owner.connect()
    await owner.query("insert into migration (name, checksum) values ('practices/999-tomorrow', 'x')")
    await owner.end()
    await app.end('SIGTERM')
    const again = await start({ dataDir })
    expectSentence(await again.ended, /^The database is newer than this version of Vicinia .+ update the software\.$/)
    expect(processesOn(dataDir)).toEqual([])
  })
})
