// Where the project stands on disk: the folder of package.json, from source and from the built file alike.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const upFrom = (folder: string): string =>
  existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : upFrom(dirname(folder))

export const projectRoot = upFrom(import.meta.dirname)
