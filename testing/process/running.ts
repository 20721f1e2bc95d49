// Programs and folders of a test, which vanish after its file, and people who use them over HTTP.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { quickestFolder } from '../quickest-folder.ts'
import { databaseOf, type Running, type StartOptions, startProgram } from './program.ts'

const root = mkdtempSync(join(quickestFolder(), 'vicinia-process-'))
const begun = new Set<Running>()
let count = 0

export const newFolder = (): string => {
  count += 1
  return join(root, `data-${count}`)
}

/** Starts a process, on a new folder unless one is named; killed at the end if it still runs. */
export async function start({ dataDir = newFolder(), ...options }: Partial<StartOptions> = {}): Promise<Running> {
  const running = await startProgram({ dataDir, ...options })
  begun.add(running)
  return running
}

/** A data folder with the demonstration in it, of its own for whoever asks. */
export function loadedFolder(): string {
  const copy = newFolder()
  execFileSync('cp', ['-a', inject('loadedFolder'), copy])
  return copy
}

/** Signed in as a person of the demonstration: posts forms and reads pages over HTTP. */
export async function enter(base: string, person: string) {
  const form = (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
    fetch(base + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: { cookie } })
  const answer = await form('/demo/enter', { person })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    post: (path: string, fields: Record<string, string>) => form(path, fields, cookie),
    page: async (path: string) => (await fetch(base + path, { headers: { cookie, 'accept-language': 'en' } })).text(),
  }
}

afterAll(async () => {
  for (const running of begun) void running.end('SIGKILL')
  const left = readdirSync(root).map((name) => join(root, name))
  for (const folder of left)
    try {
      process.kill(databaseOf(folder), 'SIGQUIT')
    } catch {
      // It had stopped, as it should.
    }
  await new Promise((resolve) => setTimeout(resolve, 300))
  rmSync(root, { recursive: true, force: true })
})
