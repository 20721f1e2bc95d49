// A real mail server for tests: Dovecot of the system with a configuration, a folder and ports of its own. Everybody's password is "secret".
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = '/usr/sbin/dovecot'
const isRoot = process.getuid?.() === 0
/** Where it could be installed it must be there: scripts/bootstrap.mjs does so. */
export const canRunDovecot = isRoot && (existsSync(program) || existsSync('/usr/bin/apt-get'))

export interface Dovecot {
  readonly imapPort: number
  /** Takes mail for anybody; what stands behind a plus belongs to whoever stands before it. */
  readonly lmtpPort: number
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** `nobody`: mail belongs to a user without rights, as on a real server. */
const mailUser = 65_534

const configuration = (folder: string, imapPort: number, lmtpPort: number): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_username_format = %Ln
recipient_delimiter = +
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
mail_uid = ${mailUser}
mail_gid = ${mailUser}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${mailUser} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service anvil {
  chroot =
}
`

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('data', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(false))
  }).then((heard) => heard === true)

async function untilUp(ports: readonly number[], folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await Promise.all(ports.map(answers))).every(Boolean)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const log = join(folder, 'log')
  throw new Error(`Dovecot does not start:\n${existsSync(log) ? readFileSync(log, 'utf8') : 'no log'}`)
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))

/** Started already. */
export async function openDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'vicinia-dovecot-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'mail'))
  chownSync(join(folder, 'mail'), mailUser, mailUser)
  const [imapPort, lmtpPort] = [await freePort(), await freePort()]
  const path = join(folder, 'dovecot.conf')
  writeFileSync(path, configuration(folder, imapPort, lmtpPort))
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    child = spawn(program, ['-F', '-c', path], { stdio: 'ignore' })
    await untilUp([imapPort, lmtpPort], folder)
  }
  const stop = async (): Promise<void> => {
    child?.kill('SIGTERM')
    if (child !== undefined) await ended(child)
  }
  await start()
  return {
    imapPort,
    lmtpPort,
    start,
    stop,
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
