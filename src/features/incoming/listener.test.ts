// A mail server hands mail over, by LMTP and by SMTP: what is answered "taken" stands on the page; all else is told at once.
import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import { bouncesTo, isBounceAddress, readReplyAddress } from '#platform/mail/reply-address.ts'
import type { Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { testSecret } from '../../../testing/template.ts'
import { answered, askedBy, pageOf } from '../discussion/fixtures.ts'
import { takeMail } from './actions/take-mail.ts'
import { adasAddress, answerAddress, openTownWithMail, ours, partsOf, sentTo, workAll } from './fixtures.ts'
import { listenForMail } from './listen-for-mail.ts'

let town: Town
let question: string
let replyTo: string
const closes: (() => Promise<void>)[] = []
beforeAll(async () => {
  town = await openTownWithMail()
  const ada = await town.as('ada-lindmoser', 'de')
  question = await askedBy(ada, { audience: '2' })
  await workAll(town)
  await answered(await town.as('beatriz-ribeirinha-douro', 'pt'), question, 'Quem paga?')
  await workAll(town)
  replyTo = answerAddress(town, adasAddress, question)
})
afterAll(() => Promise.all(closes.map((close) => close())))

async function open(protocol: 'lmtp' | 'smtp', broken = false): Promise<number> {
  const isOurs = (address: string) =>
    isBounceAddress(address, ours) || readReplyAddress(address, ours, testSecret) !== undefined
  const listener = await listenForMail({
    address: `${protocol}://127.0.0.1:0`,
    isOurs,
    take: broken ? () => Promise.reject(new Error('away')) : (mail) => takeMail(partsOf(town), mail),
    log: createLog('silent'),
  })
  closes.push(listener.close)
  return listener.port
}

/** The code with which it was refused; 250 where it was taken. By LMTP each recipient is answered apart. */
const send = (port: number, lmtp: boolean, mail: Record<string, unknown>): Promise<number> =>
  createTransport({ host: '127.0.0.1', port, lmtp, secure: false, ignoreTLS: true })
    .sendMail({ from: adasAddress, to: replyTo, ...mail })
    .then(
      ({ rejectedErrors: [refused] = [] }) => refused?.responseCode ?? 250,
      (error: { responseCode?: number }) => error.responseCode ?? 0,
    )

describe.each(['lmtp', 'smtp'] as const)('over %s', (protocol) => {
  test('an answer lands', async () => {
    const port = await open(protocol)
    const text = `Über ${protocol} gesagt.`
    expect(await send(port, protocol === 'lmtp', { text })).toBe(250)
    expect(await pageOf(await town.as('beatriz-ribeirinha-douro'), question)).toContain(text)
  })

  test('what is not ours, and what is too large, is refused at once', async () => {
    const port = await open(protocol)
    const lmtp = protocol === 'lmtp'
    for (const to of ['office@vicinia.example', ours, replyTo.replace(/[0-9a-f]{4}@/, 'ffff@')])
      expect(await send(port, lmtp, { to, text: 'x' })).toBe(550)
    const attachments = [{ filename: 'groß.txt', content: Buffer.alloc(50_000_000, 97) }]
    expect(await send(port, lmtp, { text: 'Viel.', attachments })).toBe(552)
  })

  test('where we break, the mail server keeps it and tries again', async () => {
    const port = await open(protocol, true)
    expect(await send(port, protocol === 'lmtp', { text: 'x' })).toBe(451)
  })
})

/** Says a size of its own to the server, or none, and then sends more. */
function sayLarge(port: number, bytes: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    const steps = ['EHLO x', `MAIL FROM:<${adasAddress}>`, `RCPT TO:<${replyTo}>`, 'DATA']
    socket.on('data', (data) => {
      heard += data.toString()
      if (/^\d{3}-[^\n]*\n?$/m.test(data.toString().trimEnd().split('\n').at(-1) ?? '')) return
      const next = steps.shift()
      if (next !== undefined) return void socket.write(`${next}\r\n`)
      if (heard.includes('\n354') && !heard.includes('\n552')) {
        const line = Buffer.from(`${'a'.repeat(998)}\r\n`)
        for (let sent = 0; sent < bytes; sent += line.length) socket.write(line)
        return void socket.write('.\r\n')
      }
      socket.end('QUIT\r\n')
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', () => resolve(heard))
  })
}

test('50 MB that come without a word of their size are not kept, and are refused', async () => {
  const port = await open('smtp')
  const before = process.memoryUsage().arrayBuffers
  expect(await sayLarge(port, 50_000_000)).toContain('552')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120_000_000)
})

test('a report about a lost mail comes by the same way, without a sender', async () => {
  const port = await open('lmtp')
  await sentTo(town, adasAddress, 1)
  const to = bouncesTo(ours, adasAddress, testSecret, town.now)
  const report = `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${adasAddress}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`
  expect(await send(port, true, { envelope: { from: '', to: [to] }, raw: report })).toBe(250)
  expect(await fill(town, `select count(*) from paused_address where email = '${adasAddress}'`)).toBe(1)
})
