// A server that takes up a mail and then says nothing: this mail and its domain wait, all others leave.
import { createTransport } from 'nodemailer'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { openPost } from '../../../testing/mail-post.ts'
import { openMailServer } from '../../../testing/mail-server.ts'
import { failureOf } from './failures.ts'

let town: Town
beforeAll(async () => {
  town = await openTown('empty')
})
let handed: string[]
let hand: (email: string) => Promise<void>
const delivery = {
  hand: async ({ email, name }: { email: string; name: string }) => {
    handed.push(name)
    await hand(email)
  },
  close: () => undefined,
}
beforeEach(async () => {
  await fill(town, 'delete from mail')
  handed = []
})

const pass = (minutes: number) => {
  town.now = new Date(town.now.getTime() + minutes * 60_000)
}
const letter = (id: string, domain: string) => ({
  to: `${id}@${domain}.example`,
  subject: id,
  text: id,
  why: 'Asked for.',
  id,
})
const waiting = async () =>
  (await rowsOf<{ name: string }>(town, 'select name from mail where sent_at is null order by name')).map(
    ({ name }) => name,
  )
const timedOut = () =>
  Promise.reject(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }))

test('the library says of which kind a silence is', async () => {
  const server = await openMailServer({ letter: () => new Promise(() => undefined) })
  const sending = { from: 'a@b.example', to: 'c@d.example', text: 'x' }
  const told = (options: object, more: object = {}) =>
    createTransport({ url: server.url, ...options })
      .sendMail({ ...sending, ...more })
      .then(
        () => 'sent',
        (error: unknown) => failureOf(error).kind,
      )
  expect(await told({ socketTimeout: 300 })).toBe('silent')
  expect(await told({ pool: true }, { signal: AbortSignal.timeout(300) })).toBe('silent')
  const port = Number(URL.parse(server.url)?.port)
  void server.close()
  expect(await told({ url: `smtp://127.0.0.1:${port}` })).toBe('away')
})

describe('a domain whose mails always time out', () => {
  test('has one mail tried, after growing pauses, while all others leave', async () => {
    hand = (email) => (email.endsWith('@slow.example') ? timedOut() : Promise.resolve())
    const post = openPost(town, delivery, { connections: 1 })
    for (const id of ['slow-1', 'slow-2', 'slow-3']) await post.write(letter(id, 'slow'))
    for (let index = 0; index < 8; index += 1) await post.write(letter(`other-${index}`, `city-${index}`))
    expect(await post.send()).toBe(8)
    expect(handed.filter((name) => name.startsWith('slow'))).toEqual(['slow-1'])
    const tried: number[] = []
    for (let minute = 1; minute <= 60; minute += 1) {
      pass(1)
      handed = []
      await post.write(letter(`new-${minute}`, 'city-1'))
      expect(await post.send(), String(minute)).toBe(1)
      if (handed.some((name) => name.startsWith('slow'))) tried.push(minute)
    }
    expect(tried.length).toBeLessThan(12)
    expect(tried.length).toBeGreaterThan(2)
    hand = () => Promise.resolve()
    pass(400)
    await post.send()
    pass(400)
    await post.send()
    expect(await waiting()).toEqual([])
    await post.close()
  })

  test('holds one lane, however long, and what lets somebody in goes by in the others', async () => {
    const answered = Promise.withResolvers<void>()
    hand = (email) => (email === 'slow-1@slow.example' ? answered.promise : Promise.resolve())
    const post = openPost(town, delivery, { connections: 2, waitsFor: 100 })
    await post.write(letter('slow-1', 'slow'))
    expect(await post.send()).toBe(0)
    for (const id of ['a', 'b', 'c']) await post.write(letter(id, 'city'))
    await post.write({ ...letter('link', 'town'), letsIn: { until: new Date(town.now.getTime() + 900_000) } })
    await post.write(letter('slow-2', 'slow'))
    await post.send()
    expect(await waiting()).toEqual(['slow-1', 'slow-2'])
    answered.resolve()
    await expect.poll(waiting).toEqual(['slow-2'])
    pass(3)
    await post.send()
    expect(await waiting()).toEqual([])
    expect(handed.filter((name) => name === 'slow-1')).toHaveLength(1)
    await post.close()
  })
})

test('a server that is silent about every domain is away: it is asked with single mails', async () => {
  hand = timedOut
  const post = openPost(town, delivery, { connections: 1 })
  for (let index = 0; index < 20; index += 1) await post.write(letter(`any-${index}`, `city-${index}`))
  await post.send()
  expect(handed).toHaveLength(2)
  handed = []
  await post.send()
  expect(handed).toEqual([])
  pass(10)
  await post.send()
  expect(handed).toHaveLength(1)
  hand = () => Promise.resolve()
  for (let hours = 0; hours < 3; hours += 1) {
    pass(60)
    await post.send()
  }
  expect(await waiting()).toEqual([])
  expect(await fill(town, 'select count(*) from mail where failed_at is not null')).toBe(0)
  await post.close()
})
