// Headers on every answer, changes from this site only, cookies that nobody can read or plant, addresses that lead nowhere else.
import { beforeEach, describe, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { features } from '../../features.ts'
import { forgetTries } from './limits.ts'

const town = await openTown()
const secure = await openTown('demonstration', 'https://vicinia.example')
const ada = await town.as('ada-lindmoser')
beforeEach(forgetTries)

const answers: readonly (readonly [string, string, RequestInit])[] = [
  ['a page', '/practices', {}],
  ['a fragment', '/practices', { headers: { 'x-fragment': 'true' } }],
  ['a page that is nowhere', '/nowhere', {}],
  ['a way to the sign-in page', '/account', {}],
  ['a file of the browser', '/assets/nothing.js', {}],
  ['the interface for programs', '/api/v1/search?q=night', {}],
  ['a bad question of a program', '/api/v1/search?limit=x', {}],
  ['a refused change', '/practices', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
  [
    'a change too large',
    '/practices',
    { method: 'POST', body: 'a'.repeat(1_100_000), headers: { cookie: ada.cookie } },
  ],
  ['a table', '/members.csv', {}],
  ['the map of the site', '/sitemap.xml', {}],
  ['a sign of life', '/healthz', {}],
]

test.each(answers)('%s forbids what it does not need', async (_, path, init) => {
  const { headers } = await secure.app.request(path, init)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|http:/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
})

const changes = features.flatMap(({ routes = [] }) => routes.filter(({ method }) => method === 'POST'))
const elsewhere: readonly (readonly [string, Record<string, string>])[] = [
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ['an old browser on another site', { origin: 'https://evil.example' }],
  ['a frame without a name', { origin: 'null' }],
  ['another port', { origin: 'http://localhost:8081' }],
  ['a site that only sounds like ours', { origin: 'http://localhost.evil.example' }],
]
test.each(elsewhere)('nothing is changed from %s, whatever the form', async (_, headers) => {
  for (const { path } of changes) {
    const address = path.replaceAll(/:[a-z]+/gi, '1')
    const answer = await town.app.request(address, { method: 'POST', headers: { cookie: ada.cookie, ...headers } })
    expect([address, answer.status]).toEqual([address, 403])
  }
  expect((await ada.get('/account')).status).toBe(200)
})

test('a GET cannot change anything: its transaction is read-only', async () => {
  const write = town.database.read({ visitor: true }, (db) =>
    db.withTables<{ fact: { name: string } }>().insertInto('fact').values({ name: 'x.y' }).execute(),
  )
  await expect(write).rejects.toThrow('read-only')
})

describe('cookies', () => {
  test('are bound to this host over HTTPS, and read by no script', async () => {
    const entered = await secure.visitor.post('/demo/enter', { person: 'ada-lindmoser' })
    const language = await secure.visitor.post('/language', { lang: 'de', next: '/' })
    const given = [...entered.headers.getSetCookie(), ...language.headers.getSetCookie()]
    expect(given.length).toBeGreaterThan(1)
    for (const cookie of given) {
      expect(cookie).toMatch(/^__Host-(?:session|lang|notice|challenge)=/)
      for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(flag)
      expect(cookie).not.toMatch(/domain/i)
    }
  })

  test('without the prefix are not believed there: a neighbouring host cannot plant a session', async () => {
    const own = await secure.as('ada-lindmoser')
    expect((await own.get('/account')).status).toBe(200)
    const planted = own.cookie.replace('__Host-', '')
    expect((await secure.app.request('/account', { headers: { cookie: planted } })).status).toBe(303)
  })

  test('planted before signing in are worth nothing afterwards', async () => {
    const known = 'a'.repeat(43)
    const entered = await town.app.request('/demo/enter', {
      method: 'POST',
      body: new URLSearchParams({ person: 'ada-lindmoser' }),
      headers: { cookie: `session=${known}` },
    })
    expect(entered.headers.get('set-cookie')).toMatch(/session=(?!a{43})[\w-]{43};/)
    expect((await town.app.request('/account', { headers: { cookie: `session=${known}` } })).status).toBe(303)
  })
})

const leadingAway = [
  ...[
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
  ],
  ...[
    '/%09/evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    'evil.example',
    '///x',
  ],
]
test.each(leadingAway)('the wish to go on to %j stays on this site', async (next) => {
  const answers = [
    await ada.get(`/sign-in?next=${encodeURIComponent(next)}`),
    await town.visitor.post('/language', { lang: 'en', next }),
    await town.visitor.post('/demo/enter', { person: 'ada-lindmoser', next }),
  ]
  for (const answer of answers) {
    const location = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(303)
    expect(new URL(location, 'http://localhost').host, location).toBe('localhost')
  }
})

test('a forged Host leads into no mail, no redirect, no page and no map of the site', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
  await town.app.request('/sign-in/links', {
    method: 'POST',
    body: new URLSearchParams({ email: 'ada.lindmoser@graz.example' }),
    headers,
  })
  await town.work()
  expect(town.mails.at(-1)?.text).toContain('http://localhost/sign-in/link?token=')
  expect(JSON.stringify(town.mails)).not.toContain('evil.example')
  for (const path of ['/', '/sitemap.xml', '/robots.txt', '/account', '/practices', '/api/v1/search?q=night']) {
    const answer = await town.app.request(`http://evil.example${path}`, { headers })
    expect((await answer.text()) + answer.headers.get('location')).not.toContain('evil.example')
  }
})
