// Where databases of tests lie: in memory where there is plenty. They come and go by the hundred, each of two thousand files, and the
// catalogue of a disk takes longer for those than most tests. What is killed, rather than cut from power, loses nothing there.
import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const gibibyte = 2 ** 30

const hasPlenty = (): boolean => {
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 3 * gibibyte && process.availableMemory() > 6 * gibibyte
}

export const quickestFolder = (): string => (existsSync(memory) && hasPlenty() ? memory : tmpdir())
