// How often one may knock: per person, per computer, per address; and nobody talks their way around it.
import { beforeEach, expect, test } from 'vitest'
import { openTown } from '../../../testing/app.ts'
import { countTry, forgetTries, remoteAddress } from './limits.ts'
import type { AnyVisit } from './visit.ts'

const town = await openTown()
beforeEach(forgetTries)

const knock = async (times: number, ask: (count: number) => Promise<Response>): Promise<Response> => {
  let last = new Response()
  for (let count = 0; count < times; count += 1) last = await ask(count)
  return last
}

test('the 601st search of a visitor within a minute is too many, and says when to come back', async () => {
  const answer = await knock(601, () => town.visitor.get('/api/v1/search?limit=x'))
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.headers.get('content-type')).toContain('problem+json')
})

test('the 61st upload of Ada within ten minutes is too many', async () => {
  const ada = await town.as('ada-lindmoser')
  const path =
    (await ada.post('/practices', { title: 'Lights', lang: 'en', audience: '2' })).headers.get('location') ?? ''
  const answer = await knock(61, () => ada.post(`/contributions/${/\d+/.exec(path)?.[0]}/attachments`))
  expect(answer.status).toBe(429)
})

test('the 301st change from one computer within a minute is too many, also by a visitor', async () => {
  expect((await knock(301, () => town.visitor.post('/language', { lang: 'en' }))).status).toBe(429)
})

test('a new X-Forwarded-For with each try does not help where no proxy stands in front', async () => {
  const ask = (count: number) =>
    town.visitor.post(
      '/sign-in/links',
      { email: `a${count}@nowhere.example` },
      { 'x-forwarded-for': `10.0.0.${count}` },
    )
  expect((await knock(31, ask)).status).toBe(429)
})

test('after the window one may again; the limit of one is not the limit of another', () => {
  const limit = { name: 'tries', tries: 1, seconds: 60 }
  const now = new Date('2026-03-02T08:00:00Z')
  countTry(limit, 'ada', now)
  expect(() => countTry(limit, 'ada', now)).toThrow('too-many')
  expect(() => countTry(limit, 'beatriz', now)).not.toThrow()
  expect(() => countTry(limit, 'ada', new Date(now.getTime() + 60_000))).not.toThrow()
})

const visitFrom = (forwarded: string, proxies: number): AnyVisit =>
  ({ var: { settings: { proxies } }, req: { header: () => forwarded } }) as unknown as AnyVisit

test('behind a proxy of one’s own counts what that proxy wrote', () => {
  expect(remoteAddress(visitFrom('6.6.6.6, 192.0.2.7', 1))).toBe('192.0.2.7')
  expect(remoteAddress(visitFrom('6.6.6.6, 192.0.2.7, 10.0.0.1', 2))).toBe('192.0.2.7')
})

test('all addresses of one IPv6 connection count as one', () => {
  const one = remoteAddress(visitFrom('2001:db8:1:2:3:4:5:6', 1))
  expect(remoteAddress(visitFrom('2001:0db8:0001:0002::1', 1))).toBe(one)
  expect(remoteAddress(visitFrom('2001:db8:1:3::1', 1))).not.toBe(one)
  expect(remoteAddress(visitFrom('::ffff:192.0.2.7', 1))).toBe('::ffff:192.0.2.7')
})
