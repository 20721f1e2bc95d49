// Letters as they are built and handed over, against an SMTP server and a parser that are not ours.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailAtOnce } from '../../../testing/mail-at-once.ts'
import { type MailServer, openMailServer } from '../../../testing/mail-server.ts'
import type { Mail } from '../feature.ts'
import { compose } from './compose.ts'
import { type DkimKey, openDelivery, readOutbox } from './send-mail.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'vicinia-mail-'))
let server: MailServer
beforeAll(async () => {
  server = await openMailServer()
})
afterAll(async () => {
  rmSync(dataDir, { recursive: true })
  await server.close()
})

const from = 'Vicinia <office@example.org>'
const letter = {
  to: 'kalina@example.org',
  subject: 'Zaproszenie – Gdańsk',
  text: 'Dzień dobry,\n\nzapraszamy.',
  why: 'Zaproszono Państwa.',
}
const intoFolder = mailAtOnce(dataDir)

/** As its receiver has it, byte for byte. */
async function arriving(mail: Mail, dkim?: DkimKey, smtpUrl = server.url): Promise<Buffer> {
  const delivery = openDelivery({ smtpUrl, from, dataDir, connections: 1, dkim })
  await delivery.hand(await compose(from, mail, new Date())).finally(delivery.close)
  return server.arrived.at(-1)?.raw ?? Buffer.alloc(0)
}
const read = async (mail: Mail): Promise<ParsedMail> => simpleParser(await arriving(mail))

test('with SMTP_URL a letter arrives as it was written, in every alphabet', async () => {
  const mail = await read(letter)
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text?.trim()).toBe(`${letter.text}\n\n-- \n${letter.why}`)
  expect(mail.from?.text).toBe('"Vicinia" <office@example.org>')
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a server that does not answer is a failure that whoever hands it over sees', async () => {
  await expect(arriving(letter, undefined, 'smtp://127.0.0.1:9')).rejects.toThrow(/ECONNREFUSED/)
})

test('without SMTP_URL letters lie in the outbox, the newest first', async () => {
  await intoFolder({ ...letter, subject: 'First' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  await intoFolder({ ...letter, subject: 'Second' })
  const letters = await Promise.all((await readOutbox(dataDir, 10)).map((raw) => simpleParser(raw)))
  expect(letters.map((mail) => mail.subject)).toEqual(['Second', 'First'])
})

test('a line break in a subject cannot add a recipient', async () => {
  expect((await read({ ...letter, subject: 'Hello\r\nBcc: everybody@example.org' })).bcc).toBeUndefined()
})

test('a mail that can be ended says so to mail programs, and carries its own name', async () => {
  const mail = await read({ ...letter, id: 'alert-12-1', endAddress: 'https://example.org/ending?by=1&code=x' })
  expect(mail.messageId).toBe('<alert-12-1@example.org>')
  const header = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line
  expect(header('list-unsubscribe')).toContain('<https://example.org/ending?by=1&code=x>')
  expect(header('list-unsubscribe-post')).toContain('List-Unsubscribe=One-Click')
})

test('a name that holds an address becomes a Message-ID that is one, always the same', async () => {
  const [one, again, other] = await Promise.all(
    ['visit-5-a@b.example', 'visit-5-a@b.example', 'visit-5-c@b.example'].map(
      async (id) => (await compose(from, { ...letter, id }, new Date())).message,
    ),
  ).then((all) => Promise.all(all.map(async (raw) => (await simpleParser(raw)).messageId)))
  expect(one).toMatch(/^<[\da-f]{40}@example\.org>$/)
  expect([again, other === one]).toEqual([one, false])
})

test('what is attached arrives byte for byte, under its name and type', async () => {
  const pdf = Buffer.from(Uint8Array.from({ length: 5000 }, (_, index) => index % 256))
  const mail = await read({
    ...letter,
    attachments: [
      { name: '2025-0042.pdf', type: 'application/pdf', content: pdf },
      { name: 'Gdańsk.xml', type: 'application/xml', content: Buffer.from('<a>ó</a>') },
    ],
  })
  expect(mail.text?.trim()).toBe(`${letter.text}\n\n-- \n${letter.why}`)
  expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['2025-0042.pdf', 'application/pdf'],
    ['Gdańsk.xml', 'application/xml'],
  ])
  expect(mail.attachments[0]?.content.equals(pdf)).toBe(true)
  expect(mail.attachments[1]?.content.toString()).toBe('<a>ó</a>')
})

test('a line break in the name of a file adds no header', async () => {
  const name = 'a.pdf\r\nBcc: everybody@example.org'
  const mail = await read({ ...letter, attachments: [{ name, type: 'application/pdf', content: Buffer.from('x') }] })
  expect(mail.bcc).toBeUndefined()
})

test('the same mail handed over twice lies in the outbox once, and no name leads out of it', async () => {
  const before = (await readOutbox(dataDir, 100)).length
  for (const id of ['alert-1-5', 'alert-1-5', 'alert-11-5', '../../alert']) await intoFolder({ ...letter, id })
  expect((await readOutbox(dataDir, 100)).length).toBe(before + 3)
})

test('answers go to the address of the thread, and mail programs show the mails of a thread together', async () => {
  const mail = await read({
    ...letter,
    id: 'reply-7-2',
    replyTo: 'reply+7@in.example.org',
    inReplyTo: 'thread-7-2',
  })
  expect(mail.replyTo?.text).toBe('reply+7@in.example.org')
  expect(mail.inReplyTo).toBe('<thread-7-2@example.org>')
  expect(mail.references).toBe('<thread-7-2@example.org>')
})

test('no line is longer than mail programs show, however long a paragraph is', async () => {
  const raw = await arriving({ ...letter, text: `${'Sicherheit in der Stadt geht alle an. '.repeat(40)}\n\nŻółć.` })
  expect(
    Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(78)
})

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const key: DkimKey = { domain: 'example.org', selector: 'vicinia', privateKey }

/** Asked of a judge that is not ours, with our record in its name server. */
const judge = (raw: Buffer) =>
  dkimVerify(raw, {
    resolver: async (name: string) =>
      name === 'vicinia._domainkey.example.org' ? [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]] : [],
  })

test('a signed letter is genuine to whoever asks, and its button is signed with it', async () => {
  const raw = await arriving({ ...letter, id: 'alert-7-1', endAddress: 'https://example.org/ending?code=x' }, key)
  const { results } = await judge(raw)
  expect(results.map(({ status }) => status.result)).toEqual(['pass'])
  expect(results[0]?.signingDomain).toBe('example.org')
  const signed = /\bh=([^;]+);/.exec(raw.toString('latin1'))?.[1]?.replaceAll(/\s/g, '').toLowerCase().split(':')
  expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']))
})

test('changed on its way it is not', async () => {
  const raw = await arriving({ ...letter, text: 'Bitte 100 Euro.' }, key)
  const { results } = await judge(Buffer.from(raw.toString('latin1').replace('100 Euro', '900 Euro'), 'latin1'))
  expect(results.map(({ status }) => [status.result, status.comment])).toEqual([
    ['neutral', 'body hash did not verify'],
  ])
})
