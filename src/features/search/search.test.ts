// The search page as people use it: asked in one language, answered from all of them.
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

const german = { 'accept-language': 'de' }
const page = async (query: Record<string, string>, headers = german): Promise<string> =>
  (await town.visitor.get(`/search?${new URLSearchParams(query)}`, headers)).text()
/** The answers alone: without facets and frame. */
const answers = async (query: Record<string, string>, headers = german): Promise<string> =>
  (await page(query, headers)).split('id="results"')[1]?.split('</main>')[0] ?? ''
const count = (html: string): string => /class="result-line"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''

describe('a German query finds', () => {
  test.each([
    ['Nachtbürgermeister', 'fr', 'Médiateurs de'],
    ['Nachtbürgermeister', 'nl', 'Pilot Rembrandtplein'],
    ['Drogenkonsumraum', 'fr', 'Abrigado'],
    ['Intensivtäter', 'nl', 'Top600'],
    ['Radikalisierung von Jugendlichen', 'fr', 'CAPRI'],
    ['Radikalisierung von Jugendlichen', 'nl', 'radicalisering'],
    ['Senioren, die allein leben', 'pt', 'Projeto RADAR'],
    ['Enkeltrick', 'pl', 'Seniorze'],
    ['Angsträume', 'es', 'Mapa de la Ciudad Prohibida'],
  ])('%s: what was written in %s', async (q, lang, title) => {
    const html = (await answers({ q })).replaceAll(/<\/?mark>/g, '')
    expect(html).toMatch(new RegExp(`<a href="/practices/[^"]+" lang="${lang}">[^<]*${title}`))
  })

  test('and each answer says why, in which language, where, since when and how well it is known', async () => {
    const first = (await answers({ q: 'Angsträume' })).split('</article>')[0] ?? ''
    for (const words of ['Praxisbeispiel', 'Spanisch', 'Bilbao', 'Spanien', 'seit 2012', 'Thema: Angstraum'])
      expect(first).toContain(words)
    expect(first).toContain('<mark>puntos inseguros</mark>')
  })
})

test('The same is found in Polish and in French, with reasons in the language of the page', async () => {
  const polish = await answers({ q: 'pokój konsumpcji narkotyków' }, { 'accept-language': 'pl' })
  expect(polish).toContain('Abrigado')
  expect(polish).toMatch(/Temat: /)
  const french = await answers({ q: 'salle de shoot' }, { 'accept-language': 'fr' })
  expect(french).toContain('Frankfurter Weg')
})

test('A city is found by its name in the reader’s language', async () => {
  expect(await answers({ q: 'Lissabon' })).toContain('href="/members/pt-lisbon"')
})

test('Without words everything is there to browse, what was shared first', async () => {
  const html = await page({})
  expect(html).toContain('Nach Handlungsfeld stöbern')
  expect(html).toContain('href="/search?concept=youth"')
  expect(count(html)).toMatch(/^\d+ Ergebnisse in \d+ Sprachen$/)
  expect(html).toContain('href="/practices/')
})

describe('narrowing', () => {
  test('a facet leaves what its count said', async () => {
    const all = await page({ q: 'Frauen' })
    const french = Number(/name="language" value="fr"\/>.*?facet-count">(\d+)</.exec(all)?.[1])
    expect(french).toBeGreaterThan(1)
    const narrowed = await page({ q: 'Frauen', language: 'fr' })
    expect(count(narrowed)).toBe(`${french} Ergebnisse`)
    expect(narrowed).toContain('Nicht mehr auf Französisch eingrenzen')
    expect(narrowed.split('id="results"')[1]).not.toMatch(/ lang="es"/)
  })

  test('two values of one facet widen, two facets narrow', async () => {
    const numberOf = async (query: string): Promise<number> =>
      Number(/\d+/.exec(count(await (await town.visitor.get(`/search?q=Frauen${query}`, german)).text()))?.[0] ?? 1)
    const both = await numberOf('&country=FR&country=ES')
    expect(both).toBe((await numberOf('&country=FR')) + (await numberOf('&country=ES')))
    expect(await numberOf('&country=ES&language=es')).toBeLessThanOrEqual(await numberOf('&country=ES'))
  })

  test('how the order comes about is said below the answers, not where there is no order by words', async () => {
    expect(await page({ q: 'Nachtbürgermeister' })).toContain('Wie die Reihenfolge entsteht')
    expect(await page({})).not.toContain('Wie die Reihenfolge entsteht')
  })

  test('where filters leave nothing, the way back is offered', async () => {
    const html = await page({ q: 'Nachtbürgermeister', year: '1980' })
    expect(html).toContain('Zu diesen Filtern passt nichts')
    expect(html).toMatch(/href="\/search\?q=Nachtb%C3%BCrgermeister"[^>]*>Ohne Filter suchen/)
  })
})

test('Pages divide the answers without losing or repeating one', async () => {
  const paths = async (number: number): Promise<string[]> =>
    [...(await answers({ q: 'Frauen', page: String(number) })).matchAll(/item-title"><a href="([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    )
  const [first, second] = [await paths(1), await paths(2)]
  expect(first).toHaveLength(20)
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
  const beyond = await town.visitor.get('/search?q=Frauen&page=50', german)
  expect(beyond.headers.get('location')).toBe('/search?q=Frauen&page=2')
  const french = await town.visitor.get('/search?lang=fr&q=Frauen&page=50&country=AT&from=mail', german)
  expect(french.headers.get('location')).toBe('/search?lang=fr&q=Frauen&country=AT&from=mail')
})

test('A slip of the fingers is answered with the word that was meant', async () => {
  const html = await page({ q: 'Drogenkonsumraun' })
  expect(html).toMatch(/Meinten Sie <a href="\/search\?q=Drogenkonsumraum">Drogenkonsumraum</)
  expect(await page({ q: 'Lissabon' })).not.toContain('Meinten Sie')
})

test('What nobody wrote about leads on to the fields of action', async () => {
  const html = await page({ q: 'qqqqzzzz' })
  expect(html).toContain('Dazu haben wir nichts gefunden')
  expect(html).toContain('href="/search?concept=public-space"')
})
