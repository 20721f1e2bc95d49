// Every page that the manifests declare: for machines that read it aloud, on a telephone, in the dark, in four languages.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Lang } from '#kernel/locale.ts'
import { features } from '../../src/app.tsx'
import { axeFindings } from '../axe.ts'
import { openStreet, type Street, type Window } from '../browser.ts'
import { noPages } from './no-pages.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

/** One example for every place where a route takes a value. */
const examples: Readonly<Record<string, string>> = {
  '/experts/:id': '/experts/1',
  '/forums/:slug': '/forums/forum-germany',
  '/members/:slug/benefit': '/my-city/benefit',
  '/members/:slug': '/members/at-graz',
  '/memberships/:slug': '/memberships/at-graz',
  '/people/:slug': '/people/beatriz-ribeirinha-douro',
  '/messages/new': '/messages/new?to=salome-debruyneux',
  '/search': '/search?q=Angst',
  '/questions/new': '/questions/new?text=Wer+hat+Beleuchtung+in+Unterf%C3%BChrungen%3F',
  '/thesaurus/:slug': '/thesaurus/lighting',
}
/** For persons of member cities; the office is told that it is not for them. */
const ofCities = /^\/(?:questions|visits)\/new/
/** The other way round. */
const ofOffices = /^\/(?:fees\/(?:new|\d+\/simulation)|mails|translation|webhooks(?:\/format)?|digests\/setting)$/

/** With a lineage, by cities that are not those who look. */
const adoptionOf = async (): Promise<{ adoption: string; taken: string }> => {
  const found = await street.town.visitor.page('/search?q=Mediatori+serali')
  const adoption = /href="(\/adoptions\/\d+-[^"]+)"/.exec(found)?.[1] ?? ''
  const page = await street.town.visitor.page(adoption)
  return { adoption, taken: /\/practices\/\d+(?=\/lineage)/.exec(page)?.[0] ?? '' }
}

/** Read by somebody who looks through no window below: whoever signs in chooses a language for all their windows. */
const proposalOf = async (): Promise<string> => {
  const list = await (await street.town.as('casilda-bravonegro')).page('/proposals')
  return /href="(\/proposals\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

const practiceOf = async (): Promise<string> => {
  const list = await street.town.visitor.page('/practices')
  return /href="(\/practices\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

const questionOf = async (): Promise<string> => {
  const list = await street.town.visitor.page('/questions')
  return /href="(\/questions\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

const announcementOf = async (): Promise<string> => {
  const list = await street.town.visitor.page('/announcements')
  return /href="(\/announcements\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

const visitOf = async (): Promise<string> => {
  const list = await street.town.visitor.page('/visits')
  return /href="(\/visits\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

/** Ada looks after one room of the demonstration and is in the other. */
async function roomPages(): Promise<string[]> {
  const ada = await street.town.as('ada-lindmoser', 'de')
  const rooms = [...(await ada.page('/rooms')).matchAll(/href="(\/rooms\/\d+-[^"]+)"/g)].map(([, path = '']) => path)
  const own = rooms.find((path) => path.includes('heimwege')) ?? ''
  const inside = await ada.page(own)
  const found = ['threads', 'documents'].flatMap(
    (kind) => new RegExp(`href="(/${kind}/\\d+-[^"]+)"`).exec(inside)?.[1] ?? [],
  )
  const minutes = /href="(\/rooms\/\d+\/minutes\/\d+)"/.exec(inside)?.[1] ?? ''
  const base = `/rooms/${/\d+/.exec(own)?.[0]}`
  const ends = ['members', 'edit', 'threads/new', 'documents/new', 'meetings', 'meetings/new', 'minutes/new']
  return [...rooms, ...found, minutes, `${minutes}/edit`, ...ends.map((end) => `${base}/${end}`)]
}

/** Of the network, answered by everybody who looks, or asked by them. Read by somebody who looks through no window, as above. */
const pollOf = async (): Promise<string> => {
  const list = await (await street.town.as('casilda-bravonegro')).page('/polls')
  return /href="(\/polls\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
}

async function pagesOf(signedIn: boolean): Promise<string[]> {
  const practice = await practiceOf()
  const id = /\d+/.exec(practice)?.[0] ?? ''
  const { adoption, taken } = await adoptionOf()
  const poll = await pollOf()
  const known: Record<string, string> = {
    ...examples,
    // Of 2025, and the draft of 2027.
    '/fees/:id': '/fees/3',
    '/fees/:id/simulation': '/fees/5/simulation',
    '/adoptions/:address': adoption,
    '/questions/:address': await questionOf(),
    '/announcements/:address': await announcementOf(),
    '/visits/:address': await visitOf(),
    '/polls/:address': poll,
    '/polls/:address/answers': `/polls/${/\d+/.exec(poll)?.[0]}/answers`,
    '/polls/:address/asked': `/polls/${/\d+/.exec(poll)?.[0]}/asked`,
    '/proposals/:address': await proposalOf(),
    '/practices/:address/lineage': `${taken}/lineage`,
    '/practices/:address': practice,
    '/practices/compare': `/practices/compare?practice=${id}&practice=1&practice=2&practice=999999`,
    '/contributions/:id/visibility': `/contributions/${id}/visibility`,
  }
  return features
    .flatMap((feature) => (feature.routes ?? []).map((route) => ({ route, open: feature.open ?? [] })))
    .filter(({ route, open }) => route.method === 'GET' && (signedIn || open.includes(`GET ${route.path}`)))
    .filter(({ route }) => !noPages.includes(route.path) && !route.path.endsWith('/edit'))
    .map(({ route }) => known[route.path] ?? route.path)
    .concat(signedIn ? [] : ['/nowhere'])
}

const areas = ['frame', 'ui', ...features.map(({ name }) => name)].join('|')
const isKey = new RegExp(`\\b(?:${areas})\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)+\\b`)

/** Axe takes most of the time: each page meets it in every second view, in the light and in the dark. */
async function judge(page: Page, path: string, lang: Lang, byAxe: boolean): Promise<string[]> {
  const answer = await page.goto(path)
  const status = answer?.status() ?? 0
  const shape = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // What a reader sees, not what lies in templates.
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is nobody's to read
    text: document.body.innerText,
  }))
  return [
    ...(status === 200 || (path === '/nowhere' && status === 404) ? [] : [`status ${status}`]),
    ...(shape.lang === lang ? [] : [`says it is in ${shape.lang}`]),
    ...(shape.title.includes('Vicinia') ? [] : [`is called ${shape.title}`]),
    // The catalogue shows page titles among its examples.
    ...((shape.headings === 1 || path === '/ui') && shape.mains === 1
      ? []
      : [`${shape.headings} h1, ${shape.mains} main`]),
    ...(shape.over <= 0 ? [] : [`${shape.over} px wider than the window`]),
    ...(isKey.test(shape.text) ? [`shows the key ${isKey.exec(shape.text)?.[0]}`] : []),
    ...(byAxe ? await axeFindings(page) : []),
  ]
}

const views: readonly (Window & { readonly who: string; readonly lang: Lang; readonly turn: 0 | 1 })[] = [
  { turn: 0, who: 'a visitor', lang: 'de', width: 1440, theme: 'light' },
  { turn: 1, who: 'a visitor', lang: 'fr', width: 360, theme: 'dark' },
  { turn: 1, who: 'Ada', person: 'ada-lindmoser', lang: 'de', width: 360, theme: 'light' },
  { turn: 0, who: 'Kalina', person: 'kalina-mewowska', lang: 'pl', width: 1440, theme: 'dark' },
  {
    turn: 0,
    who: 'the office',
    person: 'irena-halvorsdottir-blau',
    lang: 'en',
    width: 800,
    theme: 'light',
    script: true,
  },
]

describe.each(views)('$who in $lang at $width px, $theme', ({ who, turn, ...window }) => {
  test('every page can be read by everybody', async () => {
    const page = await street.open(window)
    const wrong: string[] = []
    const paths = [...(await pagesOf(window.person !== undefined)), ...(who === 'Ada' ? await roomPages() : [])]
    for (const path of paths.filter((one) => !(who === 'the office' ? ofCities : ofOffices).test(one))) {
      const byAxe = (path.length + turn) % 2 === 0
      wrong.push(...(await judge(page, path, window.lang, byAxe)).map((what) => `${path}: ${what}`))
    }
    await page.context().close()
    expect(wrong).toEqual([])
    street.expectWell()
  })
})

describe('the first view', () => {
  const kilobyte = 1000
  test.each(['/', '/practices', '/search?q=Angst', '/members', '/thesaurus', 'a practice'])(
    '%s is light',
    async (name) => {
      const path = name.startsWith('/') ? name : await practiceOf()
      const page = await street.open({ lang: 'de' })
      const sizes = { all: 0, script: 0 }
      const counted: Promise<void>[] = []
      page.on('requestfinished', (request) => {
        counted.push(
          request.sizes().then(({ responseBodySize }) => {
            sizes.all += responseBodySize
            if (request.resourceType() === 'script') sizes.script += responseBodySize
          }),
        )
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      await Promise.all(counted)
      await page.context().close()
      process.stdout.write(`first view of ${name}: ${sizes.all} bytes, of which script ${sizes.script}\n`)
      expect(sizes.all).toBeGreaterThan(5 * kilobyte)
      expect(sizes.all).toBeLessThan(60 * kilobyte)
      expect(sizes.script).toBeLessThan(20 * kilobyte)
    },
  )
})
