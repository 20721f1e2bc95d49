// The outbox against a mail server that is not ours: in which order mails leave, what is tried again, and what is given up.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { openPost, type Post } from '../../../testing/mail-post.ts'
import { type Answer, type MailServer, openMailServer } from '../../../testing/mail-server.ts'
import { pauseAddress } from './pauses.ts'

let town: Town
let server: MailServer
let post: Post
let answers: { recipient?: Answer; letter?: Answer; mailFrom?: Answer }
beforeAll(async () => {
  town = await openTown('empty')
})
beforeEach(async () => {
  await fill(town, 'delete from mail; delete from paused_address')
  answers = {}
  server = await openMailServer({
    mailFrom: () => answers.mailFrom,
    recipient: () => answers.recipient,
    letter: () => answers.letter,
  })
  post = openPost(town, server.url)
})
afterEach(async () => {
  await post.close()
  await server.close()
})

const minutes = 60_000
const pass = (milliseconds: number): void => {
  town.now = new Date(town.now.getTime() + milliseconds)
}
const letter = (id: string, to = 'kalina@gdansk.example') => ({ to, subject: id, text: `About ${id}.`, why: id, id })
const letsIn = () => ({ letsIn: { until: new Date(town.now.getTime() + 15 * minutes) } })
const names = (): string[] => server.arrived.map(({ messageId }) => messageId.split('@')[0] ?? '')
const stateOf = (name: string) =>
  rowsOf<{ sent: boolean; failed: boolean; tries: number; answer: string; kept: boolean }>(
    town,
    `select sent_at is not null as sent, failed_at is not null as failed, tries, answer, message is not null as kept
      from mail where name = '${name}'`,
  ).then(([row]) => row)
const paused = async (): Promise<string[]> =>
  (await rowsOf<{ email: string }>(town, 'select email from paused_address')).map(({ email }) => email)

describe('the outbox', () => {
  test('sends what was written once, however often it is written and looked for', async () => {
    for (const _ of [1, 2]) await post.write(letter('notice-1'))
    await Promise.all([post.send(), post.send()])
    await post.write(letter('notice-1'))
    await post.send()
    expect(names()).toEqual(['notice-1'])
    expect(await stateOf('notice-1')).toMatchObject({ sent: true, tries: 1 })
  })

  test('takes a name with the longest of addresses, and knows it again', async () => {
    const long = `visit-step-7-${'k'.repeat(64)}@${'gdansk.'.repeat(25)}example`
    for (const _ of [1, 2]) await post.write(letter(long))
    await post.write({ ...letter('answer'), inReplyTo: long })
    await post.send()
    const raw = (id: string) => server.arrived.find(({ raw: all }) => all.includes(`About ${id}`))?.raw.toString() ?? ''
    expect(server.arrived).toHaveLength(2)
    expect(/^In-Reply-To: (.+)$/m.exec(raw('answer'))?.[1]).toBe(/^Message-ID: (.+)$/m.exec(raw('visit-step'))?.[1])
  })

  test('knows nothing of a mail whose transaction did not hold', async () => {
    const broken = town.database.system.transaction().execute(async (db) => {
      await post.write(letter('notice-2'), db)
      throw new Error('Changed my mind.')
    })
    await expect(broken).rejects.toThrow('Changed my mind.')
    expect(await post.send()).toBe(0)
  })

  test('lets those go first who wait to come in, and digests last', async () => {
    const one = openPost(town, server.url, { connections: 1 })
    await post.write({ ...letter('digest'), patient: true })
    await post.write(letter('notice'))
    await post.write({ ...letter('link'), ...letsIn() })
    await one.send()
    await one.close()
    expect(names()).toEqual(['link', 'notice', 'digest'])
  })

  test('is emptied by several processes at once, each mail by one of them', async () => {
    const other = openPost(town, server.url)
    for (let index = 0; index < 60; index += 1) await post.write(letter(`many-${index}`, `p${index}@city.example`))
    const sent = await Promise.all([post.send(), other.send(), post.send(), other.send()])
    await other.close()
    expect(sent.reduce((sum, count) => sum + count)).toBe(60)
    expect(new Set(names()).size).toBe(60)
    expect(names()).toHaveLength(60)
  })
})

describe('what lets somebody in', () => {
  test('is readable nowhere while it waits, and forgotten when it has left', async () => {
    await post.write({ ...letter('link-1'), text: 'https://vicinia.example/sign-in/geheim', ...letsIn() })
    const [row] = await rowsOf<{ message: Buffer }>(town, `select message from mail where name = 'link-1'`)
    expect(row?.message.toString('latin1')).not.toContain('geheim')
    expect(Buffer.from(row?.message.toString() ?? '', 'base64url').toString('latin1')).not.toContain('geheim')
    await post.send()
    expect(server.arrived[0]?.raw.toString()).toContain('geheim')
    expect(await stateOf('link-1')).toMatchObject({ sent: true, kept: false })
  })

  test('does not leave when it has become worthless', async () => {
    await post.write({ ...letter('link-2'), ...letsIn() })
    pass(16 * minutes)
    expect(await post.send()).toBe(0)
  })

  test('copied to the row of another mail it opens nothing', async () => {
    for (const name of ['link-3', 'link-4']) await post.write({ ...letter(name), ...letsIn() })
    await fill(town, `update mail set message = (select message from mail where name = 'link-3') where name = 'link-4'`)
    await post.send()
    expect(names()).toEqual(['link-3'])
    expect(await stateOf('link-4')).toMatchObject({ failed: true, kept: false })
  })
})

describe('a mail that is put off', () => {
  test('is tried again after growing pauses, and arrives when the server takes it', async () => {
    answers.recipient = { code: 451, text: '4.7.1 Please try again later' }
    await post.write(letter('grey'))
    await post.send()
    expect(await stateOf('grey')).toMatchObject({
      sent: false,
      failed: false,
      answer: '451 4.7.1 Please try again later',
    })
    for (const pause of [1, 5, 15]) {
      pass(pause * minutes - 1000)
      expect(await post.send()).toBe(0)
      pass(1001)
      await post.send()
    }
    expect((await stateOf('grey'))?.tries).toBe(4)
    delete answers.recipient
    pass(30 * minutes + 1)
    await post.send()
    expect(names()).toEqual(['grey'])
  })

  test('for more than five days is given up, and its address is not paused', async () => {
    answers.letter = { code: 452, text: '4.3.1 Out of storage' }
    await post.write(letter('stubborn'))
    for (let hours = 0; hours <= 128; hours += 8) {
      await post.send()
      pass(8 * 60 * minutes)
    }
    expect(await stateOf('stubborn')).toMatchObject({ failed: true, answer: '452 4.3.1 Out of storage' })
    expect(await paused()).toEqual([])
  })
})

describe('a server that is away', () => {
  test('for three days loses nothing, is asked with single mails, and gets all of them when it is back', async () => {
    const port = Number(URL.parse(server.url)?.port)
    await server.close()
    for (let index = 0; index < 30; index += 1) await post.write(letter(`kept-${index}`, `p${index}@city.example`))
    for (let hours = 0; hours < 72; hours += 1) {
      expect(await post.send()).toBe(0)
      pass(60 * minutes)
    }
    expect(await fill(town, 'select count(*) from mail where failed_at is not null')).toBe(0)
    server = await openMailServer({}, port)
    await post.send()
    expect(new Set(names()).size).toBe(30)
    expect(names()).toHaveLength(30)
  })

  test.each([
    ['lets nobody send', { mailFrom: { code: 550, text: '5.7.1 Sender not allowed' } }],
    ['shuts down', { recipient: { code: 421, text: '4.3.2 Shutting down' } }],
  ])('in that it %s blames neither mail nor address', async (_, habit) => {
    Object.assign(answers, habit)
    await post.write(letter('blameless'))
    await post.send()
    expect(await stateOf('blameless')).toMatchObject({ sent: false, failed: false })
    expect(await paused()).toEqual([])
    answers = {}
    pass(6 * minutes)
    await post.send()
    expect(names()).toEqual(['blameless'])
  })
})

describe('an address', () => {
  test.each([
    ['550 5.1.1', { recipient: { code: 550, text: '5.1.1 User unknown' } }, true],
    ['550 without more', { recipient: { code: 550, text: 'No such user here' } }, true],
    ['550 5.1.1 after the letter', { letter: { code: 550, text: '5.1.1 User unknown' } }, true],
    ['550 5.7.1', { recipient: { code: 550, text: '5.7.1 Relaying denied' } }, false],
    ['552 5.2.2', { recipient: { code: 552, text: '5.2.2 Mailbox full' } }, false],
    ['554 after the letter', { letter: { code: 554, text: 'Looks like advertising' } }, false],
  ])('refused with %s fails the mail; paused: %3$s', async (_, habit, pauses) => {
    Object.assign(answers, habit)
    await post.write(letter('refused', 'Kalina@Gdansk.example'))
    await post.send()
    expect(await stateOf('refused')).toMatchObject({ sent: false, failed: true, tries: 1 })
    expect(await paused()).toEqual(pauses ? ['kalina@gdansk.example'] : [])
  })

  test('that is paused gets nothing but what lets its owner in, until it is taken up again', async () => {
    await pauseAddress(town.database.system, 'Kalina@gdansk.example', 'User\nunknown', town.now)
    await pauseAddress(town.database.system, 'kalina@gdansk.example', 'Mailbox disabled', town.now)
    await post.write(letter('held', 'KALINA@gdansk.example'))
    await post.write(letter('other', 'piotr@gdansk.example'))
    await post.write({ ...letter('link'), ...letsIn() })
    await post.send()
    expect(names().sort()).toEqual(['link', 'other'])
    await fill(town, 'delete from paused_address')
    await post.send()
    expect(names()).toContain('held')
  })
})

test('to one domain go so many in a minute, others do not wait for it, and a sign-in link never does', async () => {
  const slow = openPost(town, server.url, { perMinute: 10 })
  for (let index = 0; index < 25; index += 1) await post.write(letter(`big-${index}`, `p${index}@big.example`))
  await post.write(letter('small', 'p@small.example'))
  await post.write({ ...letter('link', 'q@big.example'), ...letsIn() })
  await slow.send()
  expect(names().filter((name) => name.startsWith('big'))).toHaveLength(9)
  expect(names()).toEqual(expect.arrayContaining(['small', 'link']))
  for (let half = 0; half < 8; half += 1) {
    pass(minutes / 2)
    await slow.send()
  }
  await slow.close()
  expect(new Set(names()).size).toBe(27)
  expect(names()).toHaveLength(27)
})
