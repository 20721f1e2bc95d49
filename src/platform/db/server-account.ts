// PostgreSQL refuses to run as root: then it runs under an account without rights, which must be able to reach its folders.
import { spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, existsSync, lstatSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFailure } from '../failure.ts'

export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

const idOf = (flag: '-u' | '-g', name: string): number => {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : Number.NaN
}

/** Undefined for an ordinary user: the server then runs as that user. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const account = { uid: idOf('-u', name), gid: idOf('-g', name) }
    if (!Number.isNaN(account.uid) && !Number.isNaN(account.gid)) return account
  }
  throw new StartFailure(
    'PostgreSQL may not run as root, and there is neither a user "postgres" nor "nobody" to run it as.',
  )
}

/** Gives a folder and all in it to the account, once. */
export function giveFolder(folder: string, account: ServerAccount | undefined): void {
  if (account === undefined || lstatSync(folder).uid === account.uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), account.uid, account.gid)
  chownSync(folder, account.uid, account.gid)
}

/** May somebody who is neither owner nor in the group walk through every folder above? */
const isReachable = (path: string): boolean => {
  const above = dirname(path)
  if (above === path) return true
  return (lstatSync(above).mode & 0o001) !== 0 && isReachable(above)
}

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))

export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly options: { readonly uid?: number; readonly gid?: number }
}

/**
 * How to launch a program of the server. A root whose home is closed (0700) keeps it closed: the server gets the single
 * capability to walk through folders (CAP_DAC_READ_SEARCH, capabilities(7)) instead.
 */
export function launchAs(
  account: ServerAccount | undefined,
  program: string,
  args: readonly string[],
  folder: string,
): Launch {
  accessSync(program, constants.X_OK)
  if (account === undefined) return { command: program, args, options: {} }
  if (isReachable(program) && isReachable(folder)) return { command: program, args, options: account }
  if (setpriv === undefined)
    throw new StartFailure(
      `The database cannot reach ${folder} as an unprivileged user; put the project and DATA_DIR where every user may walk through.`,
    )
  const rights = ['--clear-groups', '--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search']
  const who = ['--reuid', String(account.uid), '--regid', String(account.gid)]
  return { command: setpriv, args: [...who, ...rights, program, ...args], options: {} }
}
