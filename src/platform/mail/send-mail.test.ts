// Mail, against an SMTP server and a parser that are not ours.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { createSendMail, readOutbox } from './send-mail.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'vicinia-mail-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const letter = { to: 'kalina@example.org', subject: 'Zaproszenie – Gdańsk', text: 'Dzień dobry,\n\nzapraszamy.' }

/** A server that takes one message; gives its address and what came. */
async function openServer(): Promise<{ url: string; arrived: Promise<ParsedMail>; close: () => void }> {
  let arrive: (mail: ParsedMail) => void
  const arrived = new Promise<ParsedMail>((resolve) => {
    arrive = resolve
  })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream).then((mail) => {
        arrive(mail)
        done()
      }),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, arrived, close: () => server.close(() => undefined) }
}

test('with SMTP_URL a letter arrives as it was written, in every alphabet', async () => {
  const server = await openServer()
  const send = createSendMail({ smtpUrl: server.url, from: 'Vicinia <office@example.org>', dataDir })
  await send(letter)
  const mail = await server.arrived
  server.close()
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text?.trim()).toBe(letter.text)
  expect(mail.from?.text).toBe('"Vicinia" <office@example.org>')
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a server that does not answer is a failure that the job sees', async () => {
  const send = createSendMail({ smtpUrl: 'smtp://127.0.0.1:9', from: 'office@example.org', dataDir })
  await expect(send(letter)).rejects.toThrow(/ECONNREFUSED/)
})

test('without SMTP_URL letters lie in the outbox, the newest first', async () => {
  const send = createSendMail({ smtpUrl: undefined, from: 'office@example.org', dataDir })
  await send({ ...letter, subject: 'First' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  await send({ ...letter, subject: 'Second' })
  const letters = await Promise.all((await readOutbox(dataDir, 10)).map((raw) => simpleParser(raw)))
  expect(letters.map((mail) => mail.subject)).toEqual(['Second', 'First'])
})

test('a line break in a subject cannot add a recipient', async () => {
  const send = createSendMail({ smtpUrl: undefined, from: 'office@example.org', dataDir })
  await send({ ...letter, subject: 'Hello\r\nBcc: everybody@example.org' })
  const [newest] = await readOutbox(dataDir, 1)
  const mail = await simpleParser(newest ?? '')
  expect(mail.bcc).toBeUndefined()
})

test('a mail that can be ended says so to mail programs, and carries its own name', async () => {
  const server = await openServer()
  const send = createSendMail({ smtpUrl: server.url, from: 'Vicinia <office@example.org>', dataDir })
  await send({ ...letter, id: 'alert-12-1', endAddress: 'https://example.org/ending?by=1&code=x' })
  const mail = await server.arrived
  server.close()
  expect(mail.messageId).toBe('<alert-12-1@example.org>')
  expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toContain(
    '<https://example.org/ending?by=1&code=x>',
  )
  expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain(
    'List-Unsubscribe=One-Click',
  )
})

test('what is attached arrives byte for byte, under its name and type', async () => {
  const server = await openServer()
  const send = createSendMail({ smtpUrl: server.url, from: 'Vicinia <office@example.org>', dataDir })
  const pdf = Buffer.from(Uint8Array.from({ length: 5000 }, (_, index) => index % 256))
  await send({
    ...letter,
    attachments: [
      { name: '2025-0042.pdf', type: 'application/pdf', content: pdf },
      { name: 'Gdańsk.xml', type: 'application/xml', content: Buffer.from('<a>ó</a>') },
    ],
  })
  const mail = await server.arrived
  server.close()
  expect(mail.text?.trim()).toBe(letter.text)
  expect(mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['2025-0042.pdf', 'application/pdf'],
    ['Gdańsk.xml', 'application/xml'],
  ])
  expect(mail.attachments[0]?.content.equals(pdf)).toBe(true)
  expect(mail.attachments[1]?.content.toString()).toBe('<a>ó</a>')
})

test('a line break in the name of a file adds no header', async () => {
  const send = createSendMail({ smtpUrl: undefined, from: 'office@example.org', dataDir })
  const name = 'a.pdf\r\nBcc: everybody@example.org'
  await send({ ...letter, attachments: [{ name, type: 'application/pdf', content: Buffer.from('x') }] })
  const [newest] = await readOutbox(dataDir, 1)
  expect((await simpleParser(newest ?? '')).bcc).toBeUndefined()
})

test('the same mail handed over twice lies in the outbox once', async () => {
  const send = createSendMail({ smtpUrl: undefined, from: 'office@example.org', dataDir })
  const before = (await readOutbox(dataDir, 100)).length
  for (const id of ['alert-1-5', 'alert-1-5', 'alert-11-5']) await send({ ...letter, id })
  expect((await readOutbox(dataDir, 100)).length).toBe(before + 2)
})

test('answers go to the address of the thread, and mail programs show the mails of a thread together', async () => {
  const send = createSendMail({ smtpUrl: undefined, from: 'office@example.org', dataDir })
  await send({ ...letter, id: 'reply-7-2', replyTo: 'reply+7@in.example.org', inReplyTo: 'thread-7-2' })
  const mail = await simpleParser((await readOutbox(dataDir, 1))[0] ?? '')
  expect(mail.replyTo?.text).toBe('reply+7@in.example.org')
  expect(mail.inReplyTo).toBe('<thread-7-2@example.org>')
  expect(mail.references).toBe('<thread-7-2@example.org>')
})
