// What people write stands on many pages: on none of them does it become markup, a script or a dangerous link.
import { beforeAll, describe, expect, test } from 'vitest'
import { warmLanguages } from '#thesaurus/warm.ts'
import { sendProfile } from '../../src/features/people/fixtures.ts'
import { openTown, type Town, type Visitor } from '../app.ts'
import { knock, marker } from './hostile.ts'

const dangerous = [
  marker,
  '[click](javascript:alert(1)) [data](data:text/html,<b>x) ![x](javascript:alert(1)) <javascript:alert(1)>',
  '[a](<x" data-x="1>) [b]: javascript:alert(1)\n[b] <a href="javascript:x">y</a> <svg onload=alert(1)>',
  '</script><b data-x="1"> --> ]]> <!-- \u2028 {{x}} %{x}',
  '| a | b |\n|---|---|\n| <b data-x="1"> | `<b data-x="1">` |\n\n```html\n<b data-x="1">\n```\n> <b data-x="1">',
].join('\n\n')

let town: Town
let ada: Visitor
let id = ''
let path = ''
beforeAll(async () => {
  // As a process does after its start: what is measured here is the work of a request.
  await warmLanguages()
  town = await openTown()
  ada = await town.as('ada-lindmoser')
  const texts = [
    'problem',
    'analysis',
    'response',
    'partners',
    'cost',
    'staff',
    'results',
    'evaluation',
    'lessons',
    'transfer',
  ]
  const written = await ada.post('/practices', {
    ...Object.fromEntries(texts.map((name) => [name, dangerous])),
    ...{ title: `Lampenzauber ${marker}`, summary: marker, lang: 'en', evidence: '0', audience: '1' },
    ...{ 'concepts[]': ['public-space'], sources: `${marker} | https://example.org/" data-x="1\n<b data-x="1">` },
  })
  path = written.headers.get('location') ?? ''
  id = /\d+/.exec(path)?.[0] ?? ''
  await ada.post(`/practices/${id}/publication`)
  await ada.post(`/contributions/${id}/replies`, { text: dangerous, lang: 'en' })
  await ada.post('/account/tokens', { name: marker })
  await ada.post('/my-city/invitations', { name: marker, email: 'x@y.example', lang: 'en', role: 'colleague' })
  const file = new File(['a plan'], '"><b data-x="1">\u202e.txt', { type: 'text/plain' })
  await ada.post(`/contributions/${id}/attachments`, { file })
  const profile = { name: `Ada ${marker}`.slice(0, 90), textLang: 'en', functionTitle: marker, functionEn: marker }
  const saved = await sendProfile(ada, {
    ...profile,
    askMeAbout: dangerous.slice(0, 590),
    consentAskMeAbout: 'network',
  })
  expect(saved.status).toBe(303)
  await town.work()
})

describe.each(['', 'ada'])('%s', (who) => {
  test.each([
    ...[
      '/',
      '/practices',
      '/search?q=lampenzauber',
      '/search/suggestions?q=lampenz',
      '/sitemap.xml',
      '/members/at-graz',
      '/people',
    ],
    ...[
      '/people/ada-lindmoser',
      '/people/me',
      '/account',
      '/account/tokens',
      '/my-city/colleagues',
      '/members',
      '/demo/mail',
    ],
    ...[
      'PRACTICE',
      '/practices/ID/edit',
      '/contributions/ID/visibility',
      '/api/v1/search?q=lampenzauber',
      '/members.csv',
    ],
  ])('%s shows it as text', async (pattern) => {
    const headers = { cookie: who === 'ada' ? ada.cookie : '', 'accept-language': 'en' }
    await knock(town, pattern === 'PRACTICE' ? path : pattern.replace('ID', id), { headers })
  })
})

test('Ada’s practice is there, readable, with what she typed as text', async () => {
  const page = await town.visitor.page(path)
  expect(page).toContain('&lt;b data-x=')
  expect(page).toContain('click')
  expect(page).not.toMatch(/<(?:svg|img)[^>]*\son\w+/i)
  const lists = [await town.visitor.page('/search?q=lampenzauber'), await town.visitor.page('/practices')]
  for (const list of lists) expect(list).toContain('Lampenzauber')
})

test('data about the page for search engines cannot end its own element', async () => {
  const page = await town.visitor.page(path)
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  expect(() => JSON.parse(block)).not.toThrow()
  expect(block).not.toContain('<')
})

test('links that people write lead to the web, to an address or to a page of ours', async () => {
  const page = await town.visitor.page(path)
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  const away = [...main.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)].filter(
    ([, href]) => !href?.startsWith('/') && !href?.startsWith('#'),
  )
  for (const [, href] of away) expect(href).toMatch(/^(?:https?:\/\/|mailto:|[^:]*$)/)
})
