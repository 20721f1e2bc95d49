// Where the file of a thread lies: from source while developing and testing, else what scripts/build.mjs made of it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

/** `path`: from `src`, without its ending. It has to be named in scripts/build.mjs too. */
export const threadFile = (path: string): string =>
  import.meta.filename.endsWith('.ts')
    ? join(projectRoot, 'src', `${path}.ts`)
    : (['dist', '.'].map((folder) => join(projectRoot, folder, `${path}.js`)).find((file) => existsSync(file)) ?? '')
