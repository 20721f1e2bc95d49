// The real app on a database of its own: `const town = await openTown()`, then `town.as('ada-lindmoser').get('/practices')`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import pg from 'pg'
import { inject } from 'vitest'
import type { Lang } from '#kernel/locale.ts'
import type { Database } from '#platform/db/database.ts'
import { openDatabase } from '#platform/db/database.ts'
import { databaseAccess, databaseRightsSql } from '#platform/db/roles.ts'
import type { Meaning } from '#platform/embedding/embedder.ts'
import type { Mail, Settings } from '#platform/feature.ts'
import { forgetTries } from '#platform/http/limits.ts'
import { createVisitorCache } from '#platform/http/visitor-cache.ts'
import { newToken, sha256 } from '#platform/identity/token.ts'
import { recallAll } from '#platform/jobs/recall.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import type { Streams } from '#platform/live/streams.ts'
import { createLog } from '#platform/log.ts'
import { textOf } from '#platform/mail/mail.ts'

import type { Translator } from '#platform/translation/translator.ts'

import type { TrunkTables } from '#trunk/tables.ts'
import { createApp, openStreams, startWork } from '../src/app.tsx'
import { mailAtOnce } from './mail-at-once.ts'
import { openTowns } from './open-towns.ts'
import { testJobs, testSecret } from './template.ts'

export interface Visitor {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Posts a form as a browser does; values that are lists are sent several times; a File makes it multipart. */
  readonly post: (
    path: string,
    fields?: Record<string, string | readonly string[] | File>,
    headers?: Record<string, string>,
  ) => Promise<Response>
  readonly page: (path: string) => Promise<string>
  readonly cookie: string
}

export interface Town {
  readonly app: Hono
  /** Told by nobody unless a test lets PostgreSQL tell them. */
  readonly streams: Streams
  readonly database: Database
  readonly owner: pg.PoolConfig
  readonly app_role: pg.PoolConfig
  readonly dataDir: string
  /** Mails sent so far, newest last. */
  readonly mails: Mail[]
  readonly visitor: Visitor
  /** Signed in as the person with this slug, through a real session; pages come in English unless said otherwise. */
  readonly as: (slug: string, lang?: Lang) => Promise<Visitor>
  readonly personId: (slug: string) => Promise<number>
  /** Does all jobs that are waiting. */
  readonly work: () => Promise<number>
  /** The moment that handlers see; set it to travel. */
  now: Date
  readonly close: () => Promise<void>
}

const formOf = (fields: Record<string, string | readonly string[] | File>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  return form
}

const encoded = (form: FormData): FormData | URLSearchParams => {
  const pairs = [...form.entries()]
  if (pairs.some(([, value]) => typeof value !== 'string')) return form
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)]))
}

const visitorOf = (app: Hono, cookie: string): Visitor => {
  const headers = (extra: Record<string, string> = {}) => ({ cookie, 'accept-language': 'en', ...extra })
  const get = async (path: string, extra?: Record<string, string>) => app.request(path, { headers: headers(extra) })
  return {
    cookie,
    get,
    page: async (path) => (await get(path)).text(),
    post: async (path, fields = {}, extra = {}) =>
      app.request(path, {
        method: 'POST',
        body: encoded(formOf(fields)),
        headers: headers({ 'sec-fetch-site': 'same-origin', ...extra }),
      }),
  }
}

async function copyDatabase(server: pg.PoolConfig, template: string): Promise<string> {
  const name = `town_${newToken()
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, 16)
    .toLowerCase()}`
  const client = new pg.Client(server)
  await client.connect()
  // Copies of one template cannot be made at the same moment; the lock lets test files wait for each other.
  await client.query('select pg_advisory_lock(4711)')
  await client
    // Whole files, not page by page through PostgreSQL's log.
    .query(`create database ${name} template ${template} strategy file_copy`)
    .finally(() => client.query('select pg_advisory_unlock(4711)'))
  await client.end()
  // Rights on a database are not copied with it.
  const copy = new pg.Client({ ...server, database: name })
  await copy.connect()
  await copy.query(databaseRightsSql)
  await copy.end()
  return name
}

async function dropDatabase(server: pg.PoolConfig, name: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  // What PostgreSQL does there by itself, such as cleaning up, belongs to nobody whom this role may send away, and is soon done.
  const drop = (left: number): Promise<unknown> =>
    client.query(`drop database if exists ${name} with (force)`).catch(async (error) => {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
      return drop(left - 1)
    })
  await drop(10).finally(() => client.end())
}

async function signIn(database: Database, slug: string, lang: Lang, cookieName: string): Promise<string> {
  const tables = database.system.withTables<TrunkTables>()
  const token = newToken()
  const person = await tables.selectFrom('person').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  await tables.updateTable('person').set({ lang }).where('id', '=', person.id).execute()
  const expires_at = new Date(Date.now() + 86_400_000)
  await tables
    .insertInto('session')
    .values({ person_id: person.id, token_hash: sha256(token), expires_at })
    .execute()
  return `${cookieName}=${token}`
}

/**
 * Opens a town: the demonstration network, or an empty one. It is closed after the test file by itself.
 * `baseUrl` https makes cookies `__Host-`; `meaning` and `translator` are what an embedder and a translation service would have
 * been configured to; `set`: other settings.
 */
export async function openTown(
  template: 'demonstration' | 'empty' = 'demonstration',
  baseUrl = 'http://localhost',
  meaning?: Meaning,
  set: Partial<Settings> = {},
  translator?: Translator,
): Promise<Town> {
  const server = inject('server')
  const name = await copyDatabase(server, `vicinia_${template}`)
  const owner = { ...server, database: name }
  const access = databaseAccess(owner, testSecret)
  const database = openDatabase({ app: { ...access.app, max: 6 }, system: { ...access.system, max: 3 } })
  const dataDir = mkdtempSync(join(tmpdir(), 'vicinia-town-'))
  const mails: Mail[] = []
  const intoOutbox = mailAtOnce(dataDir)
  const mail = async (message: Mail): Promise<void> => {
    // As their reader has them.
    mails.push({ ...message, text: textOf(message) })
    await intoOutbox(message)
  }
  const clock = { now: new Date() }
  const visitorCache = createVisitorCache(() => clock.now)
  const log = createLog('silent')
  const common = testJobs(database.system, dataDir, (personId, work) => database.read({ personId }, work))
  const jobs = {
    ...common,
    settings: { ...common.settings, baseUrl, ...set },
    mail,
    now: () => clock.now,
    meaning,
    translator,
  }
  const cookieName = baseUrl.startsWith('https:') ? '__Host-session' : 'session'
  const demonstration = template === 'demonstration'
  if (demonstration) cpSync(inject('demonstrationFolder'), dataDir, { recursive: true })
  const streams = openStreams({ database, log })
  const app = createApp({
    database,
    streams,
    settings: jobs.settings,
    mail,
    log,
    clock: () => clock.now,
    demonstration,
    visitorCache,
    meaning,
    translator,
  })
  await recallAll(jobs.features, database.system)
  let worker: Worker | undefined
  forgetTries()
  const close = async (): Promise<void> => {
    openTowns.delete(close)
    streams.close()
    await worker?.stop()
    await database.close()
    await dropDatabase(server, name)
    rmSync(dataDir, { recursive: true, force: true })
  }
  openTowns.add(close)
  return {
    app,
    streams,
    database,
    owner,
    app_role: access.app,
    dataDir,
    mails,
    visitor: visitorOf(app, ''),
    as: async (slug, lang = 'en') => visitorOf(app, await signIn(database, slug, lang, cookieName)),
    personId: async (slug) =>
      (
        await database.system
          .withTables<TrunkTables>()
          .selectFrom('person')
          .select('id')
          .where('slug', '=', slug)
          .executeTakeFirstOrThrow()
      ).id,
    work: async () => {
      worker ??= await startWork(
        { ...jobs, access: access.system, log: createLog('warn'), onFact: visitorCache.forget },
        false,
      )
      const count = await worker.runPending()
      visitorCache.forget()
      return count
    },
    get now() {
      return clock.now
    },
    set now(moment: Date) {
      clock.now = moment
    },
    close,
  }
}
