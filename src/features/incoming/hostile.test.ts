// Mails that pretend: by somebody else, from an earlier city, of nobody at all. None lands, and none is answered.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { answered, askedBy } from '../discussion/fixtures.ts'
import { bringIn, foundBy, idIn, openIn } from '../rooms/fixtures.ts'
import {
  adasAddress,
  answerAddress,
  beatrizsAddress,
  judge,
  mailOf,
  openTownWithMail,
  ours,
  take,
  workAll,
} from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let question: string
let replyTo: string
beforeAll(async () => {
  town = await openTownWithMail()
  ada = await town.as('ada-lindmoser', 'de')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  question = await askedBy(ada, { audience: '2' })
  await workAll(town)
  await answered(beatriz, question, 'Quem paga?')
  await workAll(town)
  replyTo = answerAddress(town, adasAddress, question)
})
beforeEach(async () => {
  forgetTries()
  await fill(town, 'delete from incoming_mail')
  town.mails.length = 0
})

const count = () => fill(town, 'select count(*) from reply')
/** Nothing of it lands, and nobody is told. */
async function expectNothing(mail: Parameters<typeof take>[1], envelope = {}): Promise<void> {
  const before = await count()
  expect(await take(town, mail, envelope)).toBe('ignored')
  expect(await count()).toBe(before)
  expect(town.mails).toEqual([])
}
const raw = (head: string, body = 'Ja.') => Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\n\r\n${body}\r\n`)

describe('somebody else', () => {
  test.each([
    ['from their own address', () => ({ from: beatrizsAddress, to: replyTo })],
    ['with Ada’s address as a name', () => ({ from: { name: adasAddress, address: 'evil@example.org' }, to: replyTo })],
    ['from a part of Ada’s address', () => ({ from: `x+${adasAddress}`, to: replyTo })],
    ['with an address that was made up', () => ({ to: replyTo.replace(/[0-9a-f]{4}@/, 'ffff@') })],
    ['for another thread', () => ({ to: replyTo.replace(/\.[0-9a-z]+\./, '.1.') })],
    ['for another person', () => ({ from: beatrizsAddress, to: replyTo.replace(/\+[0-9a-z]+\./, '+2.') })],
    ['to the bare address', () => ({ to: ours })],
  ])('%s', async (_, mail) => expectNothing({ text: 'Ja.', ...mail() }))

  test('with two senders, in one field and in two', async () => {
    await expectNothing(raw(`From: ${adasAddress}, evil@example.org\nTo: ${replyTo}\nSubject: x`))
    await expectNothing(raw(`From: ${adasAddress}\nFrom: evil@example.org\nTo: ${replyTo}\nSubject: x`))
    await expectNothing(raw(`To: ${replyTo}\nSender: ${adasAddress}\nSubject: x`))
  })

  test.each([
    'spf=fail smtp.mailfrom=example.org',
    'dkim=pass header.d=example.org; dmarc=fail (p=none) header.from=graz.example',
    'spf=pass smtp.mailfrom=evil@evil.example; dkim = fail (bad "signature")',
  ])('whom the receiving server disowns: %s', async (verdict) => {
    const passed = 'Authentication-Results: evil.example; spf=pass; dkim=pass; dmarc=pass'
    await expectNothing(
      raw(
        `${passed}\nAuthentication-Results: ${judge} 1;\n ${verdict}\nFrom: ${adasAddress}\nTo: ${replyTo}\nSubject: x`,
      ),
    )
  })

  test('but what others wrote into the head, and what stands in comments, is no verdict', async () => {
    const foreign = { to: replyTo, text: 'Ja eins.', headers: { 'Authentication-Results': 'evil.example; spf=fail' } }
    expect(await take(town, foreign)).toBe('landed')
    const comment = `${judge}; spf=pass (was; spf=fail once) smtp.mailfrom=graz.example; dkim=none`
    expect(await take(town, { to: replyTo, text: 'Ja zwei.', headers: { 'Authentication-Results': comment } })).toBe(
      'landed',
    )
  })
})

describe('nobody', () => {
  test.each([
    ['an absence', { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } }],
    ['an absence of Exchange', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['an absence that only says so', { subject: 'Automatische Antwort: Porto' }],
    ['an absence in Polish', { subject: 'Odpowiedź automatyczna: Porto' }],
    ['a list', { headers: { 'List-Id': '<stadt.graz.example>' } }],
    ['a mass mail', { headers: { Precedence: 'bulk' } }],
    ['our own mail, sent back', { headers: { 'Auto-Submitted': 'auto-generated' } }],
  ])('%s', async (_, more) => expectNothing({ to: replyTo, text: 'Ich bin im Urlaub.', ...more }))

  test('without a sender on the envelope', async () => {
    await expectNothing({ to: replyTo, text: 'Zurück.' }, { from: '' })
    await expectNothing({ to: replyTo, text: 'Zurück.', headers: { 'Return-Path': '<>' } })
  })
})

describe('who may no longer', () => {
  test('removed from the room, they are told so and name nothing', async () => {
    const room = await foundBy(ada)
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    const thread = String(idIn(await openIn(ada, room, 'Zwischen uns')))
    await beatriz.post(`/contributions/${thread}/watch`)
    await answered(ada, thread, 'Wer noch?')
    await workAll(town)
    const to = answerAddress(town, beatrizsAddress, thread)
    expect(await take(town, { from: beatrizsAddress, to, text: 'Nós também.' })).toBe('landed')
    await ada.post(`/rooms/${room}/members/${await town.personId('beatriz-ribeirinha-douro')}/removal`)
    await workAll(town)
    town.mails.length = 0
    const before = await count()
    expect(await take(town, { from: beatrizsAddress, to, text: 'E agora?' })).toBe('refused')
    expect(await count()).toBe(before)
    expect(town.mails.map((mail) => mail.to)).toEqual([beatrizsAddress])
    expect(JSON.stringify(town.mails)).not.toContain('Zwischen uns')
  })

  test('in an archived room nothing lands', async () => {
    const room = await foundBy(ada)
    const thread = String(idIn(await openIn(ada, room, 'Vorbei')))
    await bringIn(ada, room, beatriz, 'Beatriz Ribeirinha Douro')
    await answered(beatriz, thread, 'Ainda?')
    await workAll(town)
    const to = answerAddress(town, adasAddress, thread)
    expect((await ada.post(`/rooms/${room}/archive`)).status).toBe(303)
    expect(await take(town, { to, text: 'Zu spät.' })).toBe('refused')
  })

  test('moved to another city, or with another address, they are told at the new one; who left is told nothing', async () => {
    const id = await town.personId('ada-lindmoser')
    const at = (email: string) => fill(town, `update person set email = '${email}' where id = ${id}`)
    await at('ada@neu.example')
    await expectNothing({ to: replyTo, text: 'Von früher.' })
    const before = await count()
    expect(await take(town, { from: 'ada@neu.example', to: replyTo, text: 'Von jetzt.' })).toBe('refused')
    expect(town.mails.map((mail) => mail.to)).toEqual(['ada@neu.example'])
    await at(adasAddress)
    town.mails.length = 0
    await fill(town, `update person set left_at = now() where id = ${id}`)
    await expectNothing({ to: replyTo, text: 'Noch da.' })
    await fill(town, `update person set left_at = null where id = ${id}`)
    expect(await count()).toBe(before)
  })
})

describe('mails that are made to hurt', () => {
  test('a thousand parts, deep or side by side, end quickly', async () => {
    const parts = (number: number) =>
      Array.from({ length: number }, (_, at) => `--b\r\nContent-Type: text/plain\r\n\r\n${at}\r\n`).join('')
    const head = `From: ${adasAddress}\nTo: ${replyTo}\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b`
    const begun = performance.now()
    const before = await count()
    await expectNothing(raw(head, `${parts(5000)}--b--`))
    const deep = Array.from(
      { length: 1500 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n`,
    ).join('\r\n')
    await expectNothing(raw(head.replace('boundary=b', 'boundary=b0'), deep))
    expect(await count()).toBe(before)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('line breaks in names, subjects and files add nothing to the mail that answers', async () => {
    const inject = '=?utf-8?q?x=0D=0ABcc:_evil=40example.org?='
    const head = `From: ${inject} <${adasAddress}>\nTo: ${replyTo}\nSubject: ${inject}\nMessage-ID: <a\r\n Bcc: evil@example.org>`
    expect(await take(town, raw(head, ''))).toBe('refused')
    const [mail] = town.mails
    expect(mail?.to).toBe(adasAddress)
    expect([mail?.subject, mail?.id].join()).not.toMatch(/[\r\n]|evil/)
  })

  test('raw HTML and script are words like any others', async () => {
    expect(await take(town, { to: replyTo, text: '<script>alert(1)</script> <img src=x onerror=alert(1)>' })).toBe(
      'landed',
    )
    const { headers } = await beatriz.get(`/questions/${question}`)
    const page = await beatriz.page(headers.get('location') ?? '')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<img src=x')
  })

  test('a hundred in a minute: the thirty-first is put off', async () => {
    const fates: string[] = []
    for (let number = 0; number < 31; number += 1)
      fates.push(await take(town, await mailOf({ to: replyTo, text: `Nummer ${number}.` })))
    expect(fates.slice(0, 30).every((fate) => fate === 'landed')).toBe(true)
    expect(fates[30]).toBe('refused')
  })
})
