// What search engines are told of a public practice, and that they are told no more from the moment it is none.
import { beforeAll, expect, test } from 'vitest'
import { languages } from '#kernel/locale.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'

let town: Town
let ada: Visitor
beforeAll(async () => {
  town = await openTown('demonstration', 'http://graz.example')
  ada = await town.as('ada-lindmoser')
})

const fields = {
  ...{ title: 'Lanterns in the park', summary: 'Light </script> where it was dark.', lang: 'en', problem: 'Dark.' },
  ...{ response: 'Light.', results: 'Bright.', evidence: '0', 'concepts[]': ['lighting'], audience: '1' },
  sources: 'Report | https://graz.example/report',
}
async function publish(): Promise<string> {
  const path = (await ada.post('/practices', fields)).headers.get('location') ?? ''
  await ada.post(`/practices/${/\d+/.exec(path)?.[0]}/publication`)
  return path
}
const own = async (): Promise<string> =>
  /<option value="(\d+)"[^>]*>Only our own administration/.exec(await ada.page('/practices/import'))?.[1] ?? ''
const inSiteMap = async (path: string): Promise<boolean> => (await town.visitor.page('/sitemap.xml')).includes(path)

test('a visitor’s page carries JSON-LD that says what it is, of when and by whom', async () => {
  const path = await publish()
  const html = await town.visitor.page(path)
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const thing = JSON.parse(text) as Record<string, unknown>
  expect(thing).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: fields.title,
    description: fields.summary,
    inLanguage: 'en',
    url: `http://graz.example${path}`,
    author: { '@type': 'Organization', name: 'Graz', url: 'http://graz.example/members/at-graz' },
    publisher: { '@type': 'Organization' },
    keywords: ['street lighting'],
    citation: [{ '@type': 'WebPage', name: 'Report', url: 'https://graz.example/report' }],
  })
  for (const name of ['datePublished', 'dateModified'])
    expect(String(thing[name])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(text).not.toContain('Ada Lindmoser')
})

test('each language is its own page with all others beside it; without one the reader’s decides', async () => {
  const path = await publish()
  const address = `http://graz.example${path}`
  const plain = await town.visitor.page(path)
  expect(plain).toContain(`<link rel="canonical" href="${address}"/>`)
  expect(plain).toContain(`<link rel="alternate" hreflang="x-default" href="${address}"/>`)
  for (const lang of languages)
    expect(plain).toContain(`<link rel="alternate" hreflang="${lang}" href="${address}?lang=${lang}"/>`)
  expect(await town.visitor.page(`${path}?lang=de`)).toContain(`<link rel="canonical" href="${address}?lang=de"/>`)
  expect(await town.visitor.page(`${path}?lang=xx"`)).toContain(`<link rel="canonical" href="${address}"/>`)
})

test('the site map names it with its day, and no draft and nothing for the network', async () => {
  const path = await publish()
  const map = await town.visitor.page('/sitemap.xml')
  expect(map).toMatch(new RegExp(`<url><loc>http://graz\\.example${path}</loc><lastmod>\\d{4}-[^<]+Z</lastmod></url>`))
  const draft = (await ada.post('/practices', { ...fields, title: 'Half a thought' })).headers.get('location') ?? 'none'
  expect(await inSiteMap(draft)).toBe(false)
  // Whoever asks: the map is read as a visitor reads.
  expect(await ada.page('/sitemap.xml')).not.toContain(draft)
  expect(await ada.page('/sitemap.xml')).not.toContain('innenhof')
  for (const part of ['0', '2', 'x', '1e9'])
    expect((await town.visitor.get(`/sitemap.xml?part=${part}`)).status).toBe(404)
  expect(await town.visitor.page('/sitemap.xml?part=1')).toContain(path)
})

test('narrowed or withdrawn, it leaves the site map and the page at once', async () => {
  for (const leave of ['narrow', 'withdraw']) {
    const path = await publish()
    const id = /\d+/.exec(path)?.[0]
    expect(await inSiteMap(path)).toBe(true)
    if (leave === 'withdraw') await ada.post(`/practices/${id}/withdrawal`)
    else await ada.post(`/practices/${id}`, { ...fields, audience: await own(), revision: '1' })
    expect(await inSiteMap(path)).toBe(false)
    const answer = await town.visitor.get(path)
    expect(answer.status).toBe(leave === 'withdraw' ? 410 : 404)
    expect(await answer.text()).not.toContain('ld+json')
    expect(await ada.page(path)).not.toContain('ld+json')
  }
})
