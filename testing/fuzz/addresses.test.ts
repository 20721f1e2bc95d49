// Every address, query, cookie and header, as no link of ours ever has them.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../app.ts'
import { fieldsOf, fittingText, hostileText, type Knock, knock, knocks, marker, nasty, pathWith } from './hostile.ts'

const gets = knocks.filter(({ method }) => method === 'GET')
const withParameters = gets.filter(({ path }) => path.includes(':'))
let town: Town
let cookie = ''
beforeAll(async () => {
  town = await openTown()
  cookie = (await town.as('ada-lindmoser')).cookie
})
const look = (path: string, headers: Record<string, string> = {}) =>
  knock(town, path, { headers: { cookie, ...headers } })

describe.each(withParameters)('$name', ({ path }) => {
  test('answers whatever stands in the place of its parameters', async () => {
    for (const value of nasty) await look(pathWith(path, value))
    await fc.assert(
      fc.asyncProperty(hostileText, async (value) => void (await look(pathWith(path, value)))),
      { numRuns: 15, seed: 3 },
    )
  })

  test.each(['%E0%A4%A', '%00', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '%ff%fe', '1%0d%0aset-cookie:x=1', '1;drop', '%'])(
    'answers %s as it arrives',
    async (raw) => void (await look(path.replaceAll(/:[a-z]+/gi, raw))),
  )
})

const queryFor = (route: Knock) =>
  fc.array(
    fc.constantFrom(...fieldsOf(route.feature), 'lang').chain((field) => fc.tuple(fc.constant(field), hostileText)),
    { maxLength: 8 },
  )
const queryPath = (path: string, pairs: readonly (readonly [string, string])[]): string =>
  `${pathWith(path, '1')}?${new URLSearchParams(pairs.map(([name, value]) => [name.replace('[]', ''), value.toWellFormed().slice(0, 6000)]))}`

describe.each(gets)('$name', (route) => {
  test('answers whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(queryFor(route), async (pairs) => void (await look(queryPath(route.path, pairs)))),
      { numRuns: 12, seed: 11 },
    )
    for (const field of fieldsOf(route.feature)) {
      await look(queryPath(route.path, [[field, marker]]))
      await look(
        queryPath(route.path, [
          [field, fittingText(field)],
          [field, 'twice'],
          ['page', '999999999999'],
        ]),
      )
    }
    await look(`${pathWith(route.path, '1')}?%E0%A4%A=%ZZ&&==&lang=%00&page=-1&page[]=1&page=1e9`)
  })
})

test.each([
  ...[
    'session=x',
    'session=',
    'session=%00',
    `session=${'a'.repeat(6000)}`,
    'session="; session=y',
    '=',
    ';;;,',
    'lang=xx; lang=de',
  ],
  ...[
    'notice=<b data-x>',
    'notice=constructor.constructor',
    'notice=%E0%A4%A',
    'challenge=%00',
    '__proto__=1; session[]=2',
    'lang=__proto__',
  ],
])('the cookie %s is nobody', async (hostile) => {
  for (const path of ['/', '/practices', '/account', '/sign-in']) {
    const { status } = await knock(town, path, { headers: { cookie: hostile } })
    expect(status).toBe(path === '/account' ? 303 : 200)
  }
})

test.each([
  ['accept-language', 'xx;q=abc, de;q=9999, ;;;,,,'],
  ['accept-language', 'a-'.repeat(3000)],
  ['x-fragment', '<b data-x>'],
  ['authorization', 'Bearer x'],
  ['authorization', `Bearer ${'a'.repeat(5000)}`],
  ['authorization', 'Basic Og=='],
  ['host', 'evil.example"><b data-x="1">'],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-for', '<b data-x>, 1.2.3.4'],
  ['user-agent', '"><b data-x="1">'],
  ['if-none-match', '"'.repeat(3000)],
  ['range', 'bytes=0-0,-1,999999999-'],
  ['accept-encoding', 'gzip;q=abc, x'.repeat(50)],
])('the header %s: %.40s changes nothing', async (name, value) => {
  for (const path of ['/', '/search?q=night', '/practices', '/nowhere', '/assets/x', '/sitemap.xml']) {
    const { body } = await knock(town, path, { headers: { [name]: value } })
    expect(body).not.toContain('evil.example')
  }
})

test.each([
  ...[
    '/%',
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/index.js',
    '/assets/.',
    '//evil.example',
  ],
  ...[
    `/${'a/'.repeat(3000)}`,
    `/${'%F0%9F%8F%99'.repeat(500)}`,
    '/practices/',
    '/PRACTICES',
    '/practices;x=1',
    '/.git/config',
    '/.env',
  ],
])('the path %.60s is found nowhere or where it belongs', async (path) => {
  const { status } = await look(path)
  expect([200, 301, 303, 400, 404]).toContain(status)
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('the method %s does nothing', async (method) => {
  if (method === 'TRACE') return
  for (const path of ['/practices', '/practices/1', '/account', '/sign-out']) {
    const { status } = await knock(town, path, { method, headers: { cookie, 'sec-fetch-site': 'same-origin' } })
    expect([404, 405]).toContain(status)
  }
})
