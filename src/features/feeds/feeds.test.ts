// Feeds: right by the grammar of their standard, and nothing in them that a visitor could not read on a page.
import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { feedFaults, readFeed } from '../../../testing/feeds/judge.ts'
import { writeAtom } from './atom.ts'
import { publicKinds } from './discovery.ts'
import { linesPerFeed } from './feed.ts'

let town: Town
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
})

const all = '/feeds/all.atom'
const read = async (path: string, who: Visitor = town.visitor) => readFeed(await who.page(path))
const titles = async (path: string, who?: Visitor) => (await read(path, who)).entries.map(({ title }) => title)

async function announce(title: string, audience = '1'): Promise<number> {
  const fields = { title, text: 'Come.', lang: 'pl', topic: 'news', endsOn: '', audience }
  expect((await irena.post('/announcements', fields)).status).toBe(303)
  return fill(town, 'select max(id) from contribution')
}

describe('every feed', () => {
  test('is Atom by the grammar of RFC 4287, in every language, of everything, a kind, a concept, a country, a member', async () => {
    const { kinds = [] } = { kinds: publicKinds((await import('../../features.ts')).features) }
    const about = ['concepts/public-space', 'countries/de', 'countries/pt', 'members/de-kaiserslautern']
    const some = [...kinds.map(({ kind }) => `kinds/${kind}`), ...about].map((one) => `/feeds/${one}.atom`)
    for (const path of [...languages.map((lang) => `${all}?lang=${lang}`), ...some]) {
      const answer = await town.visitor.get(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect([path, feedFaults(await answer.text())]).toEqual([path, []])
    }
    expect((await read('/feeds/kinds/practice.atom')).entries.length).toBeGreaterThan(10)
    expect((await read('/feeds/countries/de.atom')).entries.length).toBeGreaterThan(0)
    expect((await read('/feeds/concepts/public-space.atom')).entries.length).toBeGreaterThan(0)
  })

  test('stays one whatever people write, and says what they wrote', async () => {
    const title = `Licht & <Schatten> ]]> "x" 'y'\u0007 ende`
    await announce(title)
    const body = await town.visitor.page(all)
    expect(feedFaults(body)).toEqual([])
    const [entry] = readFeed(body).entries
    expect([entry?.title, entry?.lang]).toEqual([`Licht & <Schatten> ]]> "x" 'y' ende`, 'pl'])
    expect(parseAtomFeed(body).entries?.[0]?.title?.value).toBe(entry?.title)
  })

  test('is refused by the judge where it is none, so that the judge is one', () => {
    const feed = { id: 'tag:x,2026:1', lang: 'de', title: 'x', subtitle: 'y', url: 'http://x/', entries: [] }
    const body = writeAtom({ ...feed, pages: { self: 'http://x/feed' } })
    expect(feedFaults(body)).toEqual([])
    for (const [from, to] of [
      ['<title>x</title>', ''],
      ['xml:lang="de"', 'xml:lang="not a language"'],
      [/<updated>.*<\/updated>/, '<updated>yesterday</updated>'],
      ['<subtitle>', '<strange/><subtitle>'],
      ['rel="self"', 'rel="first"'],
    ] as const)
      expect(feedFaults(body.replace(from, to)), String(from)).not.toEqual([])
  })

  test('in pages names its neighbours, and no entry stands on two of them', async () => {
    const first = await read(`${all}?lang=de`)
    expect(first.entries).toHaveLength(linesPerFeed)
    expect(first.links['previous']).toBeUndefined()
    const next = new URL(first.links['next'] ?? '')
    const second = await read(next.pathname + next.search)
    expect(new URL(second.links['previous'] ?? '').search).toBe('?lang=de')
    const ids = [...first.entries, ...second.entries].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const moments = [...first.entries, ...second.entries].map(({ updated }) => updated)
    expect(moments).toEqual([...moments].sort().reverse())
  })

  test.each([
    '/feeds/all.atom?page=0',
    '/feeds/all.atom?page=x',
    '/feeds/all.atom?page=51',
    '/feeds/kinds/poll.atom',
    '/feeds/kinds/message.atom',
    '/feeds/concepts/nothing.atom',
    '/feeds/countries/zz.atom',
    '/feeds/countries/deu.atom',
    '/feeds/members/a-member-city.atom',
    '/feeds/kinds/practice',
  ])('%s is none', async (path) => expect((await town.visitor.get(path)).status).toBe(404))
})

describe('what follows a feed', () => {
  test('is told nothing new by 304, and everything after a change', async () => {
    const first = await town.visitor.get(all)
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('last-modified')).toMatch(/GMT$/)
    const same = await town.visitor.get(all, { 'if-none-match': tag })
    expect([same.status, await same.text()]).toEqual([304, ''])
    const id = await announce('Brand new')
    expect((await town.visitor.get(all, { 'if-none-match': tag })).status).toBe(200)
    const [entry] = (await read(all)).entries
    expect([entry?.title, entry?.id]).toEqual(['Brand new', `tag:localhost,2026:contribution:${id}`])
  })

  test('finds what was taken back gone, also if it asks by the moment only', async () => {
    const id = await announce('Soon gone')
    const moment = (await town.visitor.get(all)).headers.get('last-modified') ?? ''
    await irena.post(`/announcements/${id}/withdrawal`)
    const answer = await town.visitor.get(all, { 'if-modified-since': moment })
    expect([answer.status, (await answer.text()).includes('Soon gone')]).toEqual([200, false])
  })

  test('finds the feed from the pages of lists, concepts and members, in the language of the page', async () => {
    const linked = async (path: string) =>
      /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/.exec(await town.visitor.page(path))?.[1]
    expect(await linked('/')).toBe('/feeds/all.atom?lang=en')
    expect(await linked('/practices?lang=de')).toBe('/feeds/kinds/practice.atom?lang=de')
    expect(await linked('/questions')).toBe('/feeds/kinds/question.atom?lang=en')
    expect(await linked('/thesaurus/public-space')).toBe('/feeds/concepts/public-space.atom?lang=en')
    expect(await linked('/members/de-kaiserslautern')).toBe('/feeds/members/de-kaiserslautern.atom?lang=en')
    expect(await linked('/about')).toBeUndefined()
    expect(await linked('/members/nowhere')).toBeUndefined()
  })

  test('finds on the page of feeds only such as there are', async () => {
    const paths = [...(await town.visitor.page('/feeds')).matchAll(/href="(\/feeds\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths.length).toBeGreaterThan(10)
    for (const path of new Set(paths)) expect([path, (await town.visitor.get(path)).status]).toEqual([path, 200])
  })
})

describe('nothing stands in a feed', () => {
  test('that is for the network, a forum, a room, a city or somebody, not even for those who may read it', async () => {
    await announce('For the network', '2')
    const narrow = await rowsOf<{ title: string }>(
      town,
      `select title from contribution where audience_id <> 1 or state <> 'published'`,
    )
    expect(narrow.length).toBeGreaterThan(20)
    const open = new Set(
      (
        await rowsOf<{ title: string }>(
          town,
          `select title from contribution where audience_id = 1 and state = 'published'`,
        )
      ).map(({ title }) => title),
    )
    const kept = narrow.map(({ title }) => title).filter((title) => !open.has(title))
    for (const who of [town.visitor, irena]) {
      const seen: string[] = []
      for (let page = 1; page <= 8; page += 1) seen.push(...(await titles(`${all}?page=${page}`, who)))
      expect(seen.length).toBeGreaterThan(20)
      expect(kept.filter((title) => seen.includes(title))).toEqual([])
    }
  })

  test('that was hidden, narrowed, or put into a kind that visitors do not open', async () => {
    for (const [what, change] of [
      ['Hidden', 'hidden_at = now()'],
      ['Narrowed', 'audience_id = 2'],
      ['Other kind', `kind = 'poll'`],
    ] as const) {
      const id = await announce(what)
      expect(await titles(all)).toContain(what)
      await rowsOf(town, `update contribution set ${change} where id = ${id}`)
      expect(await titles(all)).not.toContain(what)
    }
  })

  test('that tells who asked as a member city', async () => {
    const id = await announce('Asked without a name')
    await rowsOf(
      town,
      `update contribution set author_id = null, steward_id = null, organisation_id = app.unnamed() where id = ${id}`,
    )
    const body = await town.visitor.page(all)
    const [entry] = readFeed(body).entries
    expect([entry?.title, entry?.author]).toEqual(['Asked without a name', 'A member city'])
    expect(body).not.toContain('/members/a-member-city')
  })

  test('about persons: no name, no address', async () => {
    const people = await rowsOf<{ name: string; email: string }>(town, 'select name, email from person')
    const body = await town.visitor.page(all)
    expect(people.filter(({ name, email }) => body.includes(name) || body.includes(email))).toEqual([])
  })
})
