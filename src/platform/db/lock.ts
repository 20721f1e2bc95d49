// One process per data folder: a lock file with the number of the process that holds it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../failure.ts'

/** When a process began, so that a number used again by another program is not taken for ours; '' where unknown. */
const beginOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const heldBy = (path: string): number | undefined => {
  try {
    const [pid = '', begin = ''] = readFileSync(path, 'utf8').trim().split(' ')
    const holder = Number(pid)
    return isAlive(holder) && beginOf(holder) === begin ? holder : undefined
  } catch {
    return undefined
  }
}

const lockFile = (dataDir: string): string => join(dataDir, 'vicinia.lock')

/** The process that works on this folder now, if any. */
export const folderHolder = (dataDir: string): number | undefined => heldBy(lockFile(dataDir))

/** Takes the folder for this process; gives the function that frees it. Fails with a sentence where another holds it. */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = lockFile(dataDir)
  const mine = `${process.pid} ${beginOf(process.pid)}`
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(path, mine, { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch {
      const holder = heldBy(path)
      if (holder !== undefined)
        throw new StartFailure(`Another Vicinia (process ${holder}) is already using the data folder ${dataDir}.`)
      // Left behind by a process that was killed.
      rmSync(path, { force: true })
    }
  }
  throw new StartFailure(`The data folder ${dataDir} cannot be locked; is it writable?`)
}
