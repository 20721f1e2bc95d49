// The thesaurus as visitors and programs meet it.
import { Parser } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { topConcepts, vocabulary } from '#thesaurus/vocabulary.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let visitor: Visitor
beforeAll(async () => {
  town = await openTown('demonstration', 'https://vicinia.example')
  visitor = town.visitor
})

const inGerman = (path: string) => visitor.get(path, { 'accept-language': 'de' })
const main = async (answer: Response): Promise<string> => (await answer.text()).split('<main')[1] ?? ''

describe('people', () => {
  test('see every field of action with the number of its concepts', async () => {
    const html = await visitor.page('/thesaurus')
    for (const slug of topConcepts()) {
      const below = vocabulary().withNarrower(slug).length - 1
      expect(html).toMatch(new RegExp(`href="/thesaurus/${slug}"[^>]*>[^<]+</a> <small>${below} concepts</small>`))
    }
  })

  test('find “sala de chuto” as Germans: the concept, the label that matched, and its language', async () => {
    const html = await main(await inGerman('/thesaurus?q=sala+de+chuto'))
    expect(html).toContain('href="/thesaurus/consumption-room"')
    expect(html).toContain('Drogenkonsumraum')
    expect(html).toMatch(/<span lang="pt">sala de chuto<\/span> \(\s*Portugiesisch\)/)
  })

  test('find a concept by an inflected word that is no label itself', async () => {
    expect(await main(await inGerman('/thesaurus?q=salas+de+chuto'))).toContain('href="/thesaurus/consumption-room"')
  })

  test('are told how many concepts have a word, and where these are only the first', async () => {
    expect(await visitor.page('/thesaurus?q=knife')).toMatch(/>(?:One concept|\d+ concepts) for “knife”</)
    const html = await visitor.page('/thesaurus?q=a')
    expect(html).toContain('>The first 60 concepts for “a”<')
    expect(html.match(/<h3/g)).toHaveLength(60)
  })

  test('are told when nothing has this name, and led on', async () => {
    const html = await main(await visitor.get('/thesaurus?q=xyzzyplugh'))
    expect(html).toContain('No concept is called “xyzzyplugh”')
    expect(html).toContain('/search?q=xyzzyplugh')
    expect(html).not.toContain('/proposals')
    const ada = await town.as('ada-lindmoser')
    expect(await ada.page('/thesaurus?q=xyzzyplugh')).toContain('href="/proposals/concept?label=xyzzyplugh"')
  })

  test('go by the alphabet of their own language', async () => {
    const html = await main(await inGerman('/thesaurus?letter=J'))
    expect(html).toContain('Begriffe mit J')
    expect(html).toMatch(/href="\/thesaurus\/youth"[^>]*>Jugend</)
    expect(html).not.toMatch(/href="\/thesaurus\/lighting"/)
    expect(await main(await inGerman('/thesaurus?letter=j'))).toContain('Begriffe mit J')
  })

  test('get the fields of action for a letter that no name begins with, and no address for it', async () => {
    for (const letter of ['Ж', 'x̧', '1']) {
      const html = await visitor.page(`/thesaurus?letter=${encodeURIComponent(letter)}`)
      expect(html).toContain('Fields of action')
      expect(html).toContain('<link rel="canonical" href="https://vicinia.example/thesaurus"')
    }
  })

  test('read one concept: other names, meaning, neighbours, all languages with their codes', async () => {
    const html = await main(await inGerman('/thesaurus/knife-crime'))
    expect(html).toContain('<h1>Messerangriffe</h1>')
    expect(html).toContain('Waffenverbotszone')
    expect(html).toContain('<p lang="en">Carrying and using knives in public.</p>')
    expect(html).toMatch(/<dt>Polnisch<\/dt><dd lang="pl"><b>przestępstwa z użyciem noża<\/b>/)
    const whole = await (await inGerman('/thesaurus/knife-crime')).text()
    expect(whole).toContain('href="/thesaurus/youth-crime"')
    expect(whole).toContain('<link rel="canonical" href="https://vicinia.example/thesaurus/knife-crime"')
    expect(whole).toContain('hreflang="pl"')
  })

  test('find a description of each concept with search engines, also of one without other names', async () => {
    const described = async (slug: string) =>
      /<meta name="description" content="([^"]*)"/.exec(await visitor.page(`/thesaurus/${slug}`))?.[1]
    expect(await described('knife-crime')).toMatch(/ in the thesaurus of urban security\. Also: \w/)
    expect(await described('chatty-bench')).toBe('chatty bench in the thesaurus of urban security.')
  })

  test('see how much of what they reach is about it, as many as the search then shows', async () => {
    for (const who of [visitor, await town.as('ada-lindmoser')])
      for (const slug of ['lighting', 'youth', 'nightlife']) {
        const shown = /(\d+|One) results? within your reach/.exec(await who.page(`/thesaurus/${slug}`))?.[1]
        const found = /(\d+|One) results?\b/.exec(
          (await who.page(`/search?concept=${slug}`)).split('<main')[1] ?? '',
        )?.[1]
        expect(shown).toBeDefined()
        expect([slug, shown]).toEqual([slug, found])
      }
  })

  test('meet a calm page for what there is not', async () => {
    for (const path of ['/thesaurus/no-such', '/thesaurus/%27%3B--', '/thesaurus/__proto__', '/thesaurus/constructor'])
      expect((await visitor.get(path)).status).toBe(404)
    for (const query of [
      'letter=%F0%9F%8C%99',
      'letter=xx',
      `q=${'x'.repeat(10_000)}`,
      'q=%E2%80%AE%3Cb%3E',
      'letter=%00',
    ])
      expect([query, (await visitor.get(`/thesaurus?${query}`)).status]).toEqual([query, 200])
    expect(await visitor.page('/thesaurus?q=%3Cb%3Ehostile%3C/b%3E')).not.toContain('<b>hostile')
  })

  test('get a first view below 60 kB, and each concept on the site map', async () => {
    for (const path of ['/thesaurus', '/thesaurus/public-space', '/thesaurus?letter=S']) {
      const packed = await visitor.get(path, { 'accept-encoding': 'gzip' })
      expect((await packed.arrayBuffer()).byteLength).toBeLessThan(20_000)
    }
    const map = await visitor.page('/sitemap.xml')
    for (const { slug } of vocabulary().all)
      expect(map).toContain(`<loc>https://vicinia.example/thesaurus/${slug}</loc>`)
  })
})

describe('programs', () => {
  const turtle = async (headers: Record<string, string> = {}) => visitor.get('/thesaurus.ttl', headers)

  test('read SKOS with the addresses of this site, the accepted concept of the demonstration in it', async () => {
    const answer = await turtle()
    expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
    const quads = new Parser().parse(await answer.text())
    const concepts = quads.filter(({ object }) => object.value === 'http://www.w3.org/2004/02/skos/core#Concept')
    expect(concepts).toHaveLength(vocabulary().all.length)
    expect(concepts.map(({ subject }) => subject.value)).toContain('https://vicinia.example/thesaurus/chatty-bench')
    const json = await visitor.get('/thesaurus.jsonld')
    expect(json.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(((await json.json()) as { '@graph': unknown[] })['@graph']).toHaveLength(concepts.length + 1)
  })

  test('need not read again what they know, packed or not', async () => {
    const etag = (await turtle()).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      expect((await turtle({ 'if-none-match': known })).status).toBe(304)
    expect((await turtle({ 'if-none-match': '"other"' })).status).toBe(200)
    const packed = await turtle({ 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('etag')).toBe(etag)
    const bytes = await new Response(packed.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(bytes).toBe(await (await turtle()).text())
  })

  test('are led there from the pages, though these are kept for visitors; browsers are not', async () => {
    for (const path of ['/thesaurus', '/thesaurus/lighting']) {
      await visitor.get(path, { accept: 'text/html,*/*' })
      const ask = async (accept: string) => (await visitor.get(path, { accept })).headers.get('location')
      expect(await ask('text/turtle')).toBe('/thesaurus.ttl')
      expect(await ask('application/ld+json;q=0.9, */*;q=0.1')).toBe('/thesaurus.jsonld')
      expect(await ask('text/html, text/turtle;q=0.1')).toBeNull()
      expect(await ask('*/*')).toBeNull()
    }
  })
})
