// Settings: read once from the environment, judged by a schema; a wrong one is a sentence that names it.
import { createPrivateKey, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { EmbeddingSettings } from './embedding/open-meaning.ts'
import { addressOf } from './mail/compose.ts'
import { isReplyAddress, type ReceivingSettings, receivingFrom, wrongReceiving } from './mail/receiving-settings.ts'
import type { DkimKey } from './mail/send-mail.ts'
import type { TranslationSettings } from './translation/open-translator.ts'
import { translationFrom, wrongTranslation } from './translation/settings.ts'
import { providerNames } from './translation/translator.ts'

export interface SendingSettings {
  /** How many mails are under way at the same moment. */
  readonly connections: number
  /** To one domain. */
  readonly perMinute: number
  /** Undefined: mails leave unsigned. */
  readonly dkim: DkimKey | undefined
}

export interface Config {
  readonly port: number
  /** Where the server listens; all addresses unless narrowed. */
  readonly host: string
  readonly dataDir: string
  /** Undefined: the embedded server in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly baseUrl: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly sending: SendingSettings
  readonly secret: string
  readonly networkName: string
  /** How many proxies of yours stand in front of Vicinia. */
  readonly proxies: number
  /** Days after which authors are asked whether a practice still holds. */
  readonly confirmAfterDays: number
  readonly logLevel: string
  /** What a new database gets; an existing one keeps what it is. */
  readonly network: 'demonstration' | 'empty'
  /** Undefined: search knows words and concepts, no meaning vectors. */
  readonly embedding: EmbeddingSettings | undefined
  /** Undefined: mails cannot be answered. */
  readonly receiving: ReceivingSettings | undefined
  /** Undefined: nobody is offered a machine translation. */
  readonly translation: TranslationSettings | undefined
}

const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === '' ? undefined : text))
const urlWith = (...protocols: string[]) =>
  optional.refine((text) => text === undefined || protocols.includes(URL.parse(text)?.protocol ?? ''), {
    message: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

/** RSA, as every receiver knows it (RFC 8301). */
function holdsPrivateKey(path: string): boolean {
  try {
    return createPrivateKey(readFileSync(path)).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

const schema = z.object({
  PORT: z.coerce.number('must be a number from 1 to 65535').int().min(1).max(65_535).default(3000),
  HOST: optional,
  DATA_DIR: optional,
  DATABASE_URL: urlWith('postgres:', 'postgresql:'),
  BASE_URL: urlWith('http:', 'https:'),
  SMTP_URL: urlWith('smtp:', 'smtps:'),
  MAIL_FROM: optional,
  MAIL_CONNECTIONS: z.coerce.number('must be a number from 1 to 20').int().min(1).max(20).default(4),
  MAIL_PER_MINUTE: z.coerce.number('must be a number from 1 to 100000').int().min(1).max(100_000).default(120),
  DKIM_KEY_FILE: optional.refine((path) => path === undefined || holdsPrivateKey(path), {
    message: 'must be a file with an RSA private key (PEM) that can be read',
  }),
  DKIM_SELECTOR: optional.refine(
    (text) => text === undefined || /^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/i.test(text),
    {
      message: 'must be letters, digits, dots and hyphens',
    },
  ),
  SECRET: optional.refine((text) => text === undefined || text.length >= 32, {
    message: 'must have at least 32 characters',
  }),
  NETWORK_NAME: optional,
  PROXIES: z.coerce.number('must be a number from 0 to 9').int().min(0).max(9).default(0),
  CONFIRM_AFTER_DAYS: z.coerce.number('must be a number from 30 to 3650').int().min(30).max(3650).default(365),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  VICINIA_NETWORK: z.enum(['demonstration', 'empty']).default('demonstration'),
  EMBEDDING_ADDRESS: urlWith('http:', 'https:'),
  EMBEDDING_MODEL: optional,
  EMBEDDING_KEY: optional,
  EMBEDDING_FOLDER: optional.refine((text) => text === undefined || existsSync(text), {
    message: 'is no folder that can be read',
  }),
  EMBEDDING_REACH: optional.refine((text) => text === undefined || text === 'public' || text === 'all', {
    message: 'must be "public" or "all"',
  }),
  REPLY_ADDRESS: optional.refine((text) => text === undefined || isReplyAddress(text), {
    message: 'must be an address such as reply@example.org, with at most 12 characters before the @',
  }),
  IMAP_URL: urlWith('imap:', 'imaps:'),
  MAIL_LISTENER: urlWith('smtp:', 'lmtp:'),
  AUTHSERV_ID: optional,
  TRANSLATION_PROVIDER: optional.refine((text) => text === undefined || Object.hasOwn(providerNames, text), {
    message: `must be one of ${Object.keys(providerNames).join(', ')}`,
  }),
  TRANSLATION_ADDRESS: urlWith('http:', 'https:'),
  TRANSLATION_KEY: optional,
  TRANSLATION_USER: optional,
})

/** The names of all settings, for those who describe them. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

type RawSettings = z.infer<typeof schema>

/** What only makes sense together with another setting; a name and a sentence. */
function wrongTogether(settings: RawSettings): [name: keyof RawSettings, sentence: string] | undefined {
  const { EMBEDDING_ADDRESS: address, EMBEDDING_MODEL: model, EMBEDDING_FOLDER: folder } = settings
  if (URL.parse(address ?? '')?.username || URL.parse(address ?? '')?.search)
    return ['EMBEDDING_ADDRESS', 'must hold neither user nor question; a key belongs into EMBEDDING_KEY']
  if (address !== undefined && folder !== undefined)
    return ['EMBEDDING_FOLDER', 'cannot stand beside EMBEDDING_ADDRESS; take one of them']
  if (address !== undefined && model === undefined)
    return ['EMBEDDING_MODEL', 'must name the model that EMBEDDING_ADDRESS is asked for']
  if (settings.DKIM_SELECTOR !== undefined && settings.DKIM_KEY_FILE === undefined)
    return ['DKIM_SELECTOR', 'needs DKIM_KEY_FILE beside it']
  if (settings.DKIM_KEY_FILE !== undefined && settings.MAIL_FROM === undefined)
    return ['DKIM_KEY_FILE', 'needs MAIL_FROM beside it; its domain is what is signed for']
  for (const name of ['EMBEDDING_MODEL', 'EMBEDDING_KEY'] as const)
    if (address === undefined && settings[name] !== undefined) return [name, 'needs EMBEDDING_ADDRESS beside it']
  if (address === undefined && folder === undefined && settings.EMBEDDING_REACH !== undefined)
    return ['EMBEDDING_REACH', 'needs EMBEDDING_ADDRESS or EMBEDDING_FOLDER beside it']
  return wrongReceiving(settings) ?? wrongTranslation(settings)
}

/** A folder is of one's own; of an address nobody knows whose it is, so only what is public goes there unless said otherwise. */
function embeddingFrom(settings: RawSettings): EmbeddingSettings | undefined {
  const { EMBEDDING_ADDRESS: address, EMBEDDING_MODEL: model, EMBEDDING_FOLDER: folder } = settings
  const reach =
    settings.EMBEDDING_REACH === 'all' || settings.EMBEDDING_REACH === 'public' ? settings.EMBEDDING_REACH : undefined
  if (folder !== undefined) return { folder: resolve(folder), reach: reach ?? 'all' }
  if (address === undefined || model === undefined) return undefined
  return { address: address.replace(/\/+$/, ''), model, key: settings.EMBEDDING_KEY, reach: reach ?? 'public' }
}

const domainOf = (from: string): string => addressOf(from).split('@').at(-1) ?? ''

/** Signed for the domain of the sender: what receivers hold it against (DMARC). */
const sendingFrom = (settings: RawSettings): SendingSettings => ({
  connections: settings.MAIL_CONNECTIONS,
  perMinute: settings.MAIL_PER_MINUTE,
  dkim:
    settings.DKIM_KEY_FILE === undefined
      ? undefined
      : {
          domain: domainOf(settings.MAIL_FROM ?? ''),
          selector: settings.DKIM_SELECTOR ?? 'vicinia',
          privateKey: readFileSync(settings.DKIM_KEY_FILE, 'utf8'),
        },
})

/** Random, made at the first start, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return secret
}

const configFrom = (settings: RawSettings): Config => {
  const dataDir = resolve(settings.DATA_DIR ?? 'data')
  return {
    port: settings.PORT,
    host: settings.HOST ?? '0.0.0.0',
    dataDir,
    databaseUrl: settings.DATABASE_URL,
    baseUrl: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'Vicinia <no-reply@localhost>',
    sending: sendingFrom(settings),
    secret: settings.SECRET ?? keptSecret(dataDir),
    networkName: settings.NETWORK_NAME ?? 'Vicinia',
    proxies: settings.PROXIES,
    confirmAfterDays: settings.CONFIRM_AFTER_DAYS,
    logLevel: settings.LOG_LEVEL,
    network: settings.VICINIA_NETWORK,
    embedding: embeddingFrom(settings),
    receiving: receivingFrom(settings),
    translation: translationFrom(settings),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** They hold a key or a password. */
const unshown = ['EMBEDDING_KEY', 'IMAP_URL', 'TRANSLATION_KEY']
const sentenceOf = (name: string, what: string, environment: Environment): string =>
  `The setting ${name} is wrong: ${unshown.includes(name) ? 'it' : JSON.stringify(environment[name] ?? '')} ${what}.`

/** The configuration, or one sentence that names the setting and what is wrong with it. */
export function loadConfig(environment: Environment): Outcome<Config, string> {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refused(sentenceOf(String(issue?.path[0] ?? ''), issue?.message ?? 'cannot be read', environment))
  }
  const together = wrongTogether(parsed.data)
  if (together !== undefined) return refused(sentenceOf(...together, environment))
  try {
    return done(configFrom(parsed.data))
  } catch (error) {
    const dataDir = resolve(parsed.data.DATA_DIR ?? 'data')
    return refused(`The data folder ${dataDir} cannot be used: ${(error as Error).message.split('\n')[0]}.`)
  }
}
