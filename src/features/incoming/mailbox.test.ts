// The whole way with real parts: a notice comes into Ada's mailbox, she answers it, and Vicinia reads the answer in its own.

import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadAs } from '#platform/db/database.ts'
import { databaseAccess } from '#platform/db/roles.ts'
import { createLog, type Log } from '#platform/log.ts'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { canRunDovecot, type Dovecot, openDovecot } from '../../../testing/dovecot.ts'
import { testSecret } from '../../../testing/template.ts'
import { features } from '../../features.ts'
import { answered, askedBy, pageOf } from '../discussion/fixtures.ts'
import { adasAddress, mailOf, mailsTo, openTownWithMail, ours, partsOf, workAll } from './fixtures.ts'
import { readMailbox } from './read-mailbox.ts'
import { receiveMail } from './receive.ts'

let town: Town
let dovecot: Dovecot
let beatriz: Visitor
let question: string
const stops: (() => Promise<void>)[] = []

const here = describe.skipIf(!canRunDovecot)

/** As another process would. */
async function receive(): Promise<() => Promise<void>> {
  const parts = partsOf(town)
  const mailbox = `imap://reply:secret@127.0.0.1:${dovecot.imapPort}/INBOX`
  const receiving = { address: ours, mailbox, listener: undefined, judge: undefined }
  const access = databaseAccess(town.owner, testSecret).system
  const settings = { ...parts.settings, receiving }
  const readAs: ReadAs = (personId, work) => town.database.read({ personId }, work)
  const stop = await receiveMail({ ...parts, readAs, settings, features, access, log: createLog('silent') })
  stops.push(stop)
  return stop
}

const deliver = (raw: Buffer | string, to: string, from = adasAddress) =>
  createTransport({ host: '127.0.0.1', port: dovecot.lmtpPort, lmtp: true, ignoreTLS: true }).sendMail({
    envelope: { from, to: [to] },
    raw,
  })

/** Somebody's mail program. */
async function inMailbox<Value>(user: string, work: (client: ImapFlow) => Promise<Value>): Promise<Value> {
  const auth = { user, pass: 'secret' }
  const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, auth, logger: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}
const held = (folder: string, user = 'reply'): Promise<number> =>
  inMailbox(user, async (client) => {
    const status = await client.status(folder, { messages: true }).catch(() => false as const)
    return status === false ? 0 : (status.messages ?? 0)
  })
const replies = () => fill(town, `select count(*) from reply where contribution_id = ${question}`)

/** The newest notice, as it lies in Ada's mailbox. */
async function noticeForAda(): Promise<{
  readonly replyTo: string
  readonly messageId: string
  readonly text: string
}> {
  const notice = mailsTo(town, adasAddress).at(-1)
  const sent = await mailOf({
    from: 'Vicinia <office@vicinia.example>',
    to: adasAddress,
    subject: notice?.subject ?? '',
    text: notice?.text ?? '',
    replyTo: notice?.replyTo ?? '',
    messageId: `<${notice?.id}@vicinia.example>`,
  })
  await deliver(sent, adasAddress, 'office@vicinia.example')
  return inMailbox('ada.lindmoser', async (client) => {
    await client.mailboxOpen('INBOX')
    const newest = await client.fetchOne('*', { source: true })
    const mail = await simpleParser(newest === false ? '' : (newest.source ?? ''))
    const replyTo = mail.replyTo?.value[0]?.address ?? ''
    return { replyTo, messageId: mail.messageId ?? '', text: mail.text ?? '' }
  })
}

beforeAll(async () => {
  if (!canRunDovecot) return
  dovecot = await openDovecot()
  town = await openTownWithMail()
  const ada = await town.as('ada-lindmoser', 'de')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  question = await askedBy(ada, { audience: '2' })
  await workAll(town)
  await answered(beatriz, question, 'Quem paga?')
  await workAll(town)
}, 60_000)
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await dovecot?.remove()
})

here('with Dovecot', () => {
  test('Ada answers in Thunderbird, and her answer stands on the page for Beatriz', async () => {
    await receive()
    const { replyTo, messageId, text } = await noticeForAda()
    expect(text).toContain('Quem paga?')
    const quoted = text.split('\n').map((line) => `> ${line}`)
    const answer = ['Das Land zahlt die Hälfte.', '', 'Am 26.11.26 um 10:15 schrieb Vicinia:', ...quoted].join('\n')
    await deliver(await mailOf({ to: replyTo, inReplyTo: messageId, text: answer }), replyTo)
    await expect.poll(() => pageOf(beatriz, question), { timeout: 15_000 }).toContain('Das Land zahlt die Hälfte.')
    await expect.poll(() => held('INBOX'), { timeout: 5000 }).toBe(0)
    expect(await held('Processed')).toBe(1)
  })

  test('two processes, a mail that comes while one idles, and one that was taken but not moved: each lands once', async () => {
    await receive()
    const { replyTo } = await noticeForAda()
    const before = await replies()
    const mails = await Promise.all(
      ['eins', 'zwei', 'drei'].map((text) => mailOf({ to: replyTo, text: `Zum Beispiel ${text}.` })),
    )
    for (const mail of [...mails, ...mails]) await deliver(mail, replyTo)
    await expect.poll(() => held('Processed'), { timeout: 15_000 }).toBe(7)
    expect(await replies()).toBe(before + 3)
  })

  test('with the mail server away for a while nothing is lost', async () => {
    const { replyTo } = await noticeForAda()
    const mail = await mailOf({ to: replyTo, text: 'Nach der Pause.' })
    await dovecot.stop()
    await dovecot.start()
    await deliver(mail, replyTo)
    await expect.poll(() => pageOf(beatriz, question), { timeout: 18_000 }).toContain('Nach der Pause.')
  }, 40_000)

  test('of 50 MB only the head is fetched, and its sender is told', async () => {
    await fill(town, 'delete from incoming_mail')
    town.mails.length = 0
    await answered(beatriz, question, 'E o plano?')
    await workAll(town)
    const { replyTo } = await noticeForAda()
    const attachments = [{ filename: 'plan.txt', content: Buffer.alloc(38_000_000, 97) }]
    const before = await replies()
    await deliver(await mailOf({ to: replyTo, text: 'Der Plan.', attachments }), replyTo)
    await expect
      .poll(() => mailsTo(town, adasAddress).at(-1)?.text ?? '', { timeout: 15_000 })
      .toContain('größer als 30 MB')
    expect(await replies()).toBe(before)
    await expect.poll(() => held('INBOX'), { timeout: 5000 }).toBe(0)
  }, 40_000)

  test('what was looked at goes after a month, also where the connection lasts', async () => {
    const clock = { now: new Date('2026-03-02T08:00:00Z') }
    const address = `imap://carla:secret@127.0.0.1:${dovecot.imapPort}/INBOX`
    const over = new AbortController()
    const parts = { address, take: async () => 'ignored' as const, log: createLog('silent'), now: () => clock.now }
    const reading = readMailbox(parts, over.signal)
    const raw = await mailOf({ to: 'carla@porto.example', text: 'Sim.' })
    const came = async (): Promise<void> => {
      await deliver(raw, 'carla@porto.example')
      await expect.poll(() => held('INBOX', 'carla'), { timeout: 10_000 }).toBe(0)
    }
    const old = () =>
      inMailbox('carla', async (client) => {
        await client.mailboxOpen('Processed')
        return (await client.search({ before: new Date('2026-02-10') })) || []
      })
    await came()
    await expect.poll(() => held('Processed', 'carla'), { timeout: 10_000 }).toBe(1)
    await inMailbox('carla', (client) => client.append('Processed', raw, [], new Date('2026-02-01T08:00:00Z')))
    await came()
    expect(await old()).toHaveLength(1)
    clock.now = new Date('2026-03-05T09:00:00Z')
    await came()
    await expect.poll(old, { timeout: 10_000 }).toEqual([])
    // Those that came meanwhile are kept, and the inbox is read on.
    await came()
    await expect.poll(() => held('Processed', 'carla'), { timeout: 10_000 }).toBe(4)
    over.abort()
    await reading
  }, 60_000)

  test('what breaks us stays in the inbox for a day, and is then kept in a folder of its own', async () => {
    const clock = { now: new Date('2026-03-02T08:00:00Z') }
    const said: unknown[] = []
    const log = { ...createLog('silent'), error: (line: unknown) => void said.push(line) } as Log
    const address = `imap://beatriz:secret@127.0.0.1:${dovecot.imapPort}/INBOX`
    const take = () => Promise.reject(new Error('No space left on device'))
    const over = new AbortController()
    const reading = readMailbox({ address, take, log, now: () => clock.now }, over.signal)
    const given = async (times: number): Promise<void> => {
      const before = said.length
      await deliver(await mailOf({ to: 'beatriz@porto.example', text: 'Sim.' }), 'beatriz@porto.example')
      await expect.poll(() => said.length - before, { timeout: 10_000 }).toBeGreaterThanOrEqual(times)
    }
    for (const times of [1, 2, 3, 4, 5, 6]) await given(times)
    expect([await held('INBOX', 'beatriz'), await held('Processed', 'beatriz')]).toEqual([6, 0])
    clock.now = new Date('2026-03-03T09:00:00Z')
    await given(7)
    over.abort()
    await reading
    const moved = await Promise.all(['INBOX', 'Processed', 'Failed'].map((folder) => held(folder, 'beatriz')))
    expect(moved).toEqual([1, 0, 6])
    expect(said.at(-2)).toMatchObject({ mail: 'failed', folder: 'Failed' })
  }, 60_000)
})

test.runIf(!canRunDovecot)('Dovecot needs root and apt-get: what a mailbox does was not tried on this machine', () => {
  expect(canRunDovecot).toBe(false)
})
