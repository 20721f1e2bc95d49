// A real browser on the real app: pages fail a journey for any script error, refused resource, foreign host or broken answer.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Lang } from '#kernel/locale.ts'
import { listenTo } from '#platform/db/listen.ts'
import type { Translator } from '#platform/translation/translator.ts'
import { openTown, type Town } from './app.ts'

const chromiumFile = 'node_modules/.cache/vicinia-chromium'

const executable = (): { executablePath?: string } => {
  const path = existsSync(chromiumFile) ? readFileSync(chromiumFile, 'utf8') : '/usr/bin/chromium'
  return path === 'playwright' ? {} : { executablePath: path }
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Window {
  readonly lang?: Lang
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  readonly script?: boolean
  /** Pages move from one to the next as they do for people; else at once, since each move costs a third of a second. */
  readonly motion?: boolean
  /** Slug of the demonstration person who is signed in. */
  readonly person?: string
}

export interface Street {
  readonly town: Town
  readonly base: string
  /** A page in a browser of its own; watched: see `expectWell`. */
  readonly open: (window?: Window) => Promise<Page>
  /** Fails with everything that went wrong on any page since the last call. */
  readonly expectWell: () => void
  /** Does the waiting jobs: mails, index. */
  readonly work: () => Promise<number>
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)))

const isExpected = (response: Response): boolean =>
  response.status() < 400 || [401, 403, 404, 409, 410, 422].includes(response.status())

/**
 * Chromium's own word, also where script is off, when a slow machine has painted the next page before the animation
 * between the two could begin. The page is there; nothing of ours has failed.
 */
const isSkippedAnimation = (message: string): boolean => /^Transition was (?:aborted|skipped)\b/.test(message)

const watch = (page: Page, base: string, complain: (what: string) => void): void => {
  page.on('pageerror', (error) => {
    if (!isSkippedAnimation(error.message)) complain(`script error on ${page.url()}: ${error.message}`)
  })
  page.on('console', (message) => {
    // Chromium tells of every 4xx; whether it was meant is judged by the journey.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complain(`console on ${page.url()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (!isExpected(response)) complain(`${response.status()} from ${response.url()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !url.startsWith('data:') && !url.startsWith('blob:')) complain(`request to ${url}`)
  })
}

async function signIn(context: BrowserContext, street: Town, base: string, person: string, lang: Lang): Promise<void> {
  const [name = '', value = ''] = (await street.as(person, lang)).cookie.split('=')
  await context.addCookies([{ name, value, url: base }])
}

/** One for all files of this process: starting it takes longer than many a journey. It ends with the process. */
let browser: Promise<Browser> | undefined
const openBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({ ...executable(), args: quiet })
  return browser
}

/** Opens a town on a port of its own and windows before it; all close after the file. */
export async function openStreet(translator?: Translator): Promise<Street> {
  const server = createServer()
  // The town knows its own address: links in mails lead here, and passkeys belong to a name, which no number is.
  const base = `http://localhost:${await listen(server)}`
  const town = await openTown('demonstration', base, undefined, {}, translator)
  server.on('request', getRequestListener(town.app.fetch))
  const deaf = listenTo(town.owner, {
    channels: ['live'],
    heard: (_, payload) => town.streams.tell(payload),
    began: () => undefined,
    lost: () => town.streams.tell(undefined),
  })
  const contexts: BrowserContext[] = []
  const wrong: string[] = []
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await deaf()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    town,
    base,
    work: town.work,
    open: async ({ lang = 'en', width = 1440, theme = 'light', script = true, motion = false, person } = {}) => {
      const context = await (await openBrowser()).newContext({
        baseURL: base,
        locale: lang,
        colorScheme: theme,
        reducedMotion: motion ? 'no-preference' : 'reduce',
        javaScriptEnabled: script,
        viewport: { width, height: 900 },
      })
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      if (person !== undefined) await signIn(context, town, base, person, lang)
      const page = await context.newPage()
      watch(page, base, (what) => wrong.push(what))
      return page
    },
    expectWell: () => {
      const all = wrong.splice(0)
      expect(all).toEqual([])
    },
  }
}

/** The same journey twice: a page must work before any script has loaded, and with it. */
export function withAndWithoutScript(name: string, walk: (script: boolean) => Promise<void>): void {
  test(`${name}, with script`, () => walk(true))
  test(`${name}, without script`, () => walk(false))
}
