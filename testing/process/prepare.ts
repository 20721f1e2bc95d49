// Before the process tests: one data folder with the demonstration in it, made by the built app, to copy from.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { quickestFolder } from '../quickest-folder.ts'
import { startProgram } from './program.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a Vicinia that was started once, with everything loaded, and stopped. */
    loadedFolder: string
  }
}

export default async function prepare(project: TestProject): Promise<() => void> {
  execFileSync(process.execPath, ['scripts/build.mjs'])
  const root = mkdtempSync(join(quickestFolder(), 'vicinia-loaded-'))
  const first = await startProgram({ dataDir: join(root, 'data') })
  await first.ready
  await first.end('SIGTERM')
  project.provide('loadedFolder', first.dataDir)
  return () => rmSync(root, { recursive: true, force: true })
}
