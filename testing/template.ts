// Fills the demonstration template: the same loader, jobs and index as a real start.
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '#platform/db/database.ts'
import { databaseAccess } from '#platform/db/roles.ts'
import type { JobParts } from '#platform/feature.ts'
import { createLog } from '#platform/log.ts'
import { projectRoot } from '#platform/project-root.ts'
import { establishNetwork, markLoaded } from '#trunk/network.ts'
import { features, loadDemonstration, startWork } from '../src/app.tsx'

export const testSecret = 'a secret for tests, thirty-two characters long at least'
/** Every test begins at this moment; it moves only when a test says so. */
const testMorning = new Date('2026-03-02T08:00:00Z')

const asNobody: JobParts['readAs'] = async () => {
  throw new Error('This test reads as nobody: hand over `readAs`.')
}

export const testJobs = (system: JobParts['system'], dataDir: string, readAs = asNobody): JobParts => ({
  system,
  readAs,
  now: () => new Date(),
  features,
  mail: async () => undefined,
  settings: {
    baseUrl: 'http://localhost',
    dataDir,
    secret: testSecret,
    networkName: 'Vicinia',
    proxies: 0,
    confirmAfterDays: 365,
    pushToLoopback: true,
  },
})

/** Its files come to lie in `dataDir`. */
export async function fillDemonstration(owner: pg.PoolConfig, dataDir: string): Promise<void> {
  const access = databaseAccess(owner, testSecret)
  const database = openDatabase(access)
  const jobs = testJobs(database.system, dataDir, (personId, work) => database.read({ personId }, work))
  await establishNetwork(database.system, { name: 'Vicinia', demonstration: true }, testMorning)
  await loadDemonstration(jobs, join(projectRoot, 'demo'))
  const worker = await startWork(
    { ...jobs, access: access.system, log: createLog('warn'), onFact: () => undefined },
    false,
  )
  await worker.runPending()
  await worker.stop()
  await markLoaded(database.system, testMorning)
  await database.close()
}
