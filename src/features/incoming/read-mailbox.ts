// A mailbox that is read over IMAP: what came in is taken and moved aside; what could not be taken in stays for the next time.
import { ImapFlow } from 'imapflow'
import { untilAborted } from '#platform/db/lead.ts'
import type { Log } from '#platform/log.ts'
import type { GivenMail } from './actions/take-mail.ts'
import { largestMail } from './limits.ts'
import type { Fate } from './mail.ts'

export interface MailboxParts {
  /** `imaps://user:password@host/folder`. */
  readonly address: string
  readonly take: (mail: GivenMail) => Promise<Fate>
  readonly log: Log
  readonly now: () => Date
}

/** Where mails go that were looked at; whoever wonders about one finds it there for a month. */
const lookedAt = 'Processed'
const keptDays = 30
/**
 * Where mails go that broke us for a whole day, of which nothing is deleted. Not sooner: it is more often the disk or the database
 * that fails than the mail, and then all of them.
 */
const brokeUs = 'Failed'
const triedHours = 24
/** Servers end an IDLE after half an hour (RFC 2177); some connections die without a word. */
const idleMinutes = 5
const hour = 3_600_000
const day = 24 * hour

const settingsOf = (address: string) => {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  return {
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    connection: {
      host: url.hostname,
      port: Number(url.port) || (secure ? 993 : 143),
      secure,
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      logger: false as const,
      maxIdleTime: idleMinutes * 60_000,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      maxLiteralSize: largestMail + 1_048_576,
    },
  }
}

/** Undefined: somebody else took it away meanwhile. */
async function download(client: ImapFlow, uid: number): Promise<GivenMail | undefined> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (found === false) return undefined
  const tooLarge = (found.size ?? 0) > largestMail
  const query = tooLarge ? { headers: true } : { source: true }
  const got = await client.fetchOne(String(uid), query, { uid: true })
  const source = got === false ? undefined : tooLarge ? got.headers : got.source
  if (source === undefined) return undefined
  return tooLarge ? { source, tooLarge } : { source }
}

/** When each mail broke us first, by its number in the folder. */
type Broken = Map<string, number>
const nameOf = (client: ImapFlow, uid: number): string =>
  `${client.mailbox === false ? '' : client.mailbox.uidValidity} ${uid}`

/** Whether it was tried for so long that it goes aside; said in the log each time. */
function isGivenUp(name: string, error: unknown, { log, now }: MailboxParts, broken: Broken): boolean {
  const since = broken.get(name) ?? now().getTime()
  broken.set(name, since)
  const givenUp = now().getTime() - since >= triedHours * hour
  log.error({ mail: givenUp ? 'failed' : 'broke', ...(givenUp && { folder: brokeUs }), err: error })
  return givenUp
}

async function takeOne(client: ImapFlow, uid: number, parts: MailboxParts, broken: Broken): Promise<void> {
  const mail = await download(client, uid)
  if (mail === undefined) return
  const name = nameOf(client, uid)
  let folder = lookedAt
  try {
    const fate = await parts.take(mail)
    parts.log.info({ mail: fate })
  } catch (error) {
    if (!isGivenUp(name, error, parts, broken)) return
    folder = brokeUs
  }
  await client.messageMove(String(uid), folder, { uid: true })
  broken.delete(name)
}

/** Taking and moving are two steps: a mail that was taken but not moved is known when it is looked at again. */
async function takeAll(client: ImapFlow, parts: MailboxParts, broken: Broken, over: AbortSignal) {
  const uids = (await client.search({ all: true }, { uid: true })) || []
  for (const uid of uids) {
    if (over.aborted) return
    await takeOne(client, uid, parts, broken)
  }
}

async function forgetOld(client: ImapFlow, now: Date): Promise<void> {
  const lock = await client.getMailboxLock(lookedAt)
  try {
    const old = await client.search({ before: new Date(now.getTime() - keptDays * day) }, { uid: true })
    if (old && old.length > 0) await client.messageDelete(old, { uid: true })
  } finally {
    lock.release()
  }
}

/** Resolves when something came, the pause is over, or reading ends. */
const untilNews = (client: ImapFlow, over: AbortSignal, milliseconds: number): Promise<void> => {
  const came = new AbortController()
  const wake = (): void => came.abort()
  client.on('exists', wake)
  client.on('close', wake)
  // Ends by itself when the next command is sent.
  void client.idle().catch(wake)
  return untilAborted(AbortSignal.any([over, came.signal]), milliseconds).finally(() => {
    client.off('exists', wake)
    client.off('close', wake)
  })
}

async function readOnce(parts: MailboxParts, broken: Broken, over: AbortSignal, connected: () => void): Promise<void> {
  const { folder, connection } = settingsOf(parts.address)
  const client = new ImapFlow(connection)
  // Said by the command that fails; without a listener it would end the process.
  client.on('error', () => undefined)
  over.addEventListener('abort', () => client.close(), { once: true })
  try {
    await client.connect()
    await client.mailboxCreate(lookedAt)
    await client.mailboxCreate(brokeUs)
    connected()
    // A connection may last for months.
    for (let forgotten = Number.NEGATIVE_INFINITY; !over.aborted && client.usable; ) {
      if (parts.now().getTime() - forgotten >= day) {
        forgotten = parts.now().getTime()
        await forgetOld(client, parts.now())
        await client.mailboxOpen(folder)
      }
      await takeAll(client, parts, broken, over)
      await untilNews(client, over, broken.size > 0 ? 60_000 : idleMinutes * 60_000)
    }
  } finally {
    client.close()
  }
}

const shortestPause = 2_000
const longestPause = 5 * 60_000

/** Until it is over; a server that is away is asked again after growing pauses. */
export async function readMailbox(parts: MailboxParts, over: AbortSignal): Promise<void> {
  const broken: Broken = new Map()
  let wait = shortestPause
  while (!over.aborted) {
    await readOnce(parts, broken, over, () => {
      wait = shortestPause
    }).catch((error: unknown) => {
      if (!over.aborted) parts.log.warn({ mailbox: 'away', err: error })
    })
    await untilAborted(over, wait)
    wait = Math.min(2 * wait, longestPause)
  }
}
