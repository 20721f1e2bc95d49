// Mails of ours that came back: the address rests where it is gone for good, and nobody can silence somebody else.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { bouncesTo } from '#platform/mail/reply-address.ts'
import type { Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testSecret } from '../../../testing/template.ts'
import { adasAddress, beatrizsAddress, openTownWithMail, ours, sentTo, take } from './fixtures.ts'

let town: Town
beforeAll(async () => {
  town = await openTownWithMail()
})
beforeEach(async () => {
  for (const table of ['paused_address', 'mail']) await fill(town, `delete from ${table}`)
  for (const email of [adasAddress, beatrizsAddress]) await sentTo(town, email, 1)
})

const bounceTo = (email = adasAddress) => bouncesTo(ours, email, testSecret, town.now)
const paused = () => rowsOf<{ email: string; reason: string }>(town, 'select email, reason from paused_address')
const crlf = (text: string) => Buffer.from(text.trimStart().replaceAll('\n', '\r\n'))

/** As Postfix writes it. */
const postfix = (to: string, { status = '5.1.1', action = 'failed', email = adasAddress } = {}) =>
  crlf(`
Return-Path: <>
From: MAILER-DAEMON@mx.graz.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="A1/mx.graz.example"

--A1/mx.graz.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${email}>: host mx.graz.example said: 550 ${status} User unknown

--A1/mx.graz.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.graz.example

Final-Recipient: rfc822; ${email}
Original-Recipient: rfc822;${email}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} User unknown in
    virtual mailbox table

--A1/mx.graz.example--
`)

const exim = (to: string) =>
  crlf(`
Return-path: <>
X-Failed-Recipients: ${adasAddress}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.graz.example>
To: ${to}
Subject: Mail delivery failed: returning message to sender

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${adasAddress}
    host mx.graz.example: 550 No such user here
`)

const qmail = (to: string) =>
  crlf(`
Return-Path: <>
From: MAILER-DAEMON@mx.graz.example
To: ${to}
Subject: failure notice

Hi. This is the qmail-send program at mx.graz.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<${adasAddress}>:
550 Sorry, no mailbox here by that name. User unknown (#5.1.1)
`)

test.each([
  ['Postfix', postfix],
  ['Exim', exim],
  ['qmail', qmail],
])('a mailbox that is gone, as %s says it', async (_, report) => {
  expect(await take(town, report(bounceTo().toUpperCase()))).toBe('bounce')
  const [one, ...others] = await paused()
  expect(one?.email).toBe(adasAddress)
  expect(one?.reason).toMatch(/550/)
  expect(others).toEqual([])
})

test('who was forwarded is known by the address that we wrote to', async () => {
  const report = postfix(bounceTo(), { email: 'privat@elsewhere.example' }).toString()
  const withOriginal = `${report}\r\n--A1/mx.graz.example\r\nContent-Type: text/rfc822-headers\r\n\r\nTo: ${adasAddress}\r\n`
  expect(await take(town, Buffer.from(withOriginal))).toBe('bounce')
  expect((await paused()).map(({ email }) => email)).toEqual([adasAddress])
})

test.each([
  ['a full mailbox', { status: '5.2.2' }],
  ['a delay', { status: '4.4.1', action: 'delayed' }],
  ['a policy', { status: '5.7.1' }],
])('%s passes', async (_, how) => {
  expect(await take(town, postfix(bounceTo(), how))).toBe('ignored')
  expect(await paused()).toEqual([])
})

test('nobody silences somebody else', async () => {
  const forged = [
    // Sent to an address made for another mailbox, or made up, or to the plain one.
    postfix(bounceTo(beatrizsAddress)),
    postfix(bounceTo().replace(/[0-9a-f]{4}@/, 'ffff@')),
    postfix(ours),
    // Without any report in it.
    crlf(
      `From: evil@example.org\nTo: ${bounceTo()}\nSubject: ${adasAddress}\n\n${adasAddress} 550 5.1.1 user unknown\n`,
    ),
  ]
  for (const mail of forged) expect(await take(town, mail)).toBe('ignored')
  expect(await paused()).toEqual([])
})

test('a report has no sender on its envelope: whoever saw the address of a mail cannot write one from their own mailbox', async () => {
  const report = postfix(bounceTo())
  expect(await take(town, report, { from: 'evil@example.org' })).toBe('ignored')
  const fromMailbox = report.toString().replace('Return-Path: <>', 'Return-Path: <evil@example.org>')
  expect(await take(town, Buffer.from(fromMailbox))).toBe('ignored')
  expect(await paused()).toEqual([])
  expect(await take(town, report, { from: '' })).toBe('bounce')
})

test('where we sent nothing these days, nothing came back', async () => {
  await fill(town, 'delete from mail')
  expect(await take(town, postfix(bounceTo()))).toBe('ignored')
  await sentTo(town, adasAddress, 20)
  expect(await take(town, postfix(bounceTo()))).toBe('ignored')
  await sentTo(town, adasAddress.toUpperCase(), 5)
  expect(await take(town, postfix(bounceTo()))).toBe('bounce')
})

test('a report about a mail of two months ago is too old to be believed', async () => {
  const old = bouncesTo(ours, adasAddress, testSecret, new Date(town.now.getTime() - 60 * 86_400_000))
  expect(await take(town, postfix(old))).toBe('ignored')
  expect(await paused()).toEqual([])
})
