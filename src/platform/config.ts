// Settings: read once from the environment, judged by a schema; a wrong one is a sentence that names it.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { done, type Outcome, refused } from '#kernel/outcome.ts'

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
  readonly secret: string
  readonly networkName: string
  /** How many proxies of yours stand in front of Vicinia. */
  readonly proxies: number
  /** Days after which authors are asked whether a practice still holds. */
  readonly confirmAfterDays: number
  readonly logLevel: string
  /** What a new database gets; an existing one keeps what it is. */
  readonly network: 'demonstration' | 'empty'
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

const schema = z.object({
  PORT: z.coerce.number('must be a number from 1 to 65535').int().min(1).max(65_535).default(3000),
  HOST: optional,
  DATA_DIR: optional,
  DATABASE_URL: urlWith('postgres:', 'postgresql:'),
  BASE_URL: urlWith('http:', 'https:'),
  SMTP_URL: urlWith('smtp:', 'smtps:'),
  MAIL_FROM: optional,
  SECRET: optional.refine((text) => text === undefined || text.length >= 32, {
    message: 'must have at least 32 characters',
  }),
  NETWORK_NAME: optional,
  PROXIES: z.coerce.number('must be a number from 0 to 9').int().min(0).max(9).default(0),
  CONFIRM_AFTER_DAYS: z.coerce.number('must be a number from 30 to 3650').int().min(30).max(3650).default(365),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  VICINIA_NETWORK: z.enum(['demonstration', 'empty']).default('demonstration'),
})

/** The names of all settings, for those who describe them. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

/** Random, made at the first start, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return secret
}

const configFrom = (settings: z.infer<typeof schema>): Config => {
  const dataDir = resolve(settings.DATA_DIR ?? 'data')
  return {
    port: settings.PORT,
    host: settings.HOST ?? '0.0.0.0',
    dataDir,
    databaseUrl: settings.DATABASE_URL,
    baseUrl: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'Vicinia <no-reply@localhost>',
    secret: settings.SECRET ?? keptSecret(dataDir),
    networkName: settings.NETWORK_NAME ?? 'Vicinia',
    proxies: settings.PROXIES,
    confirmAfterDays: settings.CONFIRM_AFTER_DAYS,
    logLevel: settings.LOG_LEVEL,
    network: settings.VICINIA_NETWORK,
  }
}

const sentenceOf = (issue: z.core.$ZodIssue | undefined, environment: Readonly<Record<string, string | undefined>>) => {
  const name = String(issue?.path[0] ?? '')
  return `The setting ${name} is wrong: ${JSON.stringify(environment[name] ?? '')} ${issue?.message ?? 'cannot be read'}.`
}

/** The configuration, or one sentence that names the setting and what is wrong with it. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Outcome<Config, string> {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) return refused(sentenceOf(parsed.error.issues[0], environment))
  try {
    return done(configFrom(parsed.data))
  } catch (error) {
    const dataDir = resolve(parsed.data.DATA_DIR ?? 'data')
    return refused(`The data folder ${dataDir} cannot be used: ${(error as Error).message.split('\n')[0]}.`)
  }
}
