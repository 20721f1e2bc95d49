// How a letter leaves: over SMTP where SMTP_URL is set, else as a file in DATA_DIR/outbox that a person or a test can read.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { addressOf, type Letter } from './compose.ts'

export interface MailSettings {
  readonly smtpUrl: string | undefined
  /** `Vicinia <office@example.org>`. */
  readonly from: string
  readonly dataDir: string
  /** How many mails are under way at the same moment. */
  readonly connections: number
  /** Undefined: mails leave unsigned, and whoever passes them on signs them. */
  readonly dkim: DkimKey | undefined
  /** The sender on the envelope of a mail to this address, where reports about it are received; else it is `from`. */
  readonly bounces?: ((email: string) => string) | undefined
}

export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

/** Where letters go. */
export interface Delivery {
  /** Resolves once the other side answers for it. */
  readonly hand: (letter: Letter) => Promise<void>
  readonly close: () => void
}

const outboxOf = (dataDir: string): string => join(dataDir, 'outbox')

/** A file under a name that sorts by time; the same letter a second time is there already. */
const intoFolder = (dataDir: string): Delivery => ({
  close: () => undefined,
  hand: async ({ name, message }) => {
    const folder = outboxOf(dataDir)
    await mkdir(folder, { recursive: true })
    const word = name.replaceAll(/[^\w.@+-]/g, '_')
    if ((await readdir(folder)).some((file) => file.endsWith(`Z-${word}.eml`))) return
    const path = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${word}.eml`)
    await writeFile(`${path}.part`, message.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    await rename(`${path}.part`, path)
  },
})

/** Those of RFC 6376, 5.4.1, and what mail programs believe only when it is signed (RFC 8058, 4). */
const signedHeaders = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'To', 'Message-ID', 'In-Reply-To', 'References', 'MIME-Version'],
  ...['Content-Type', 'Content-Transfer-Encoding', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted'],
].join(':')

const signature = ({ domain, selector, privateKey }: DkimKey) => ({
  dkim: { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders },
})

/** However slowly a server answers, a letter is under way no longer. */
const longest = 120_000

function overSmtp(settings: MailSettings, url: string): Delivery {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: settings.connections, maxMessages: 500 },
    // What is tried again is decided in one place, the outbox.
    maxRequeues: 0,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000, idleTimeout: 30_000 },
    ...(settings.dkim === undefined ? {} : signature(settings.dkim)),
  })
  // Of a connection that nothing waits for; what it was to hand over fails by itself.
  transport.on('error', () => undefined)
  const from = addressOf(settings.from)
  return {
    close: () => transport.close(),
    hand: async ({ email, message }) => {
      const envelope = { from: settings.bounces?.(email) ?? from, to: [email] }
      await transport.sendMail({ envelope, raw: message, signal: AbortSignal.timeout(longest) })
    },
  }
}

export const openDelivery = (settings: MailSettings): Delivery =>
  settings.smtpUrl === undefined ? intoFolder(settings.dataDir) : overSmtp(settings, settings.smtpUrl)

/** The newest messages of the outbox folder, raw, newest first; for the demonstration's page. */
export async function readOutbox(dataDir: string, most: number): Promise<string[]> {
  const names = await readdir(outboxOf(dataDir)).catch(() => [] as string[])
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(newest.map((name) => readFile(join(outboxOf(dataDir), name), 'utf8')))
}
