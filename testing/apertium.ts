// A real Apertium: the server and the language pairs of Debian's packages, started for a test file and ended with it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'

const program = '/usr/bin/apertium-apy'
const modes = '/usr/share/apertium/modes'

/** Without apt, or without the right to use it, it cannot be installed: there, and nowhere else, the tests with it are left out. */
export const hasApertium: boolean = existsSync(program) || (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Gives its address once it answers. */
export async function openApertium(): Promise<string> {
  if (!existsSync(program))
    throw new Error(
      'Apertium is missing: `node scripts/bootstrap.mjs --tests` installs it from the packages of the system.',
    )
  const port = await freePort()
  // It refuses to start where no locale says how letters are written.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const server = spawn(program, ['-p', String(port), '-j', '1', modes], { stdio: 'ignore', cwd: '/tmp', env })
  afterAll(() => server.kill('SIGTERM'))
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${address}/listPairs`).catch(() => undefined)
    if (answer?.ok) return address
    await pause(200)
  }
  throw new Error('Apertium does not answer.')
}
