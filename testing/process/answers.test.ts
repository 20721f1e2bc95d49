// The whole way by mail, with the built app: somebody asks, the mail leaves by SMTP, is answered in a mail program, and the
// answer stands in the thread, mailed to whoever asked.
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { freePort } from './program.ts'
import { enter, loadedFolder, start } from './running.ts'

let server: MailServer
beforeAll(async () => {
  server = await openMailServer()
})
afterAll(() => server.close())

const practice = {
  ...{ title: 'Lanterns of the allotments', summary: 'Residents light the paths.', lang: 'en', problem: 'Dark paths.' },
  ...{
    response: 'We lit them together.',
    results: 'More people walk there.',
    evidence: '0',
    'concepts[]': 'public-space',
  },
  audience: '2',
}
const newest = (address: string) => server.arrived.findLast(({ to }) => to === address)

test('a question leaves as a mail, and its answer by mail stands in the thread', async () => {
  const port = await freePort()
  const environment = {
    ...{ SMTP_URL: server.url, MAIL_FROM: 'Vicinia <office@vicinia.example>', REPLY_ADDRESS: 'reply@vicinia.example' },
    MAIL_LISTENER: `lmtp://127.0.0.1:${port}`,
  }
  const app = await start({ dataDir: loadedFolder(), environment })
  await app.ready
  const ada = await enter(app.base, 'ada-lindmoser')
  const beatriz = await enter(app.base, 'beatriz-ribeirinha-douro')
  const path = (await ada.post('/practices', practice)).headers.get('location') ?? ''
  const id = /\/practices\/(\d+)/.exec(path)?.[1]
  expect((await ada.post(`/practices/${id}/publication`, {})).status).toBe(303)
  expect(
    (await beatriz.post(`/contributions/${id}/replies`, { text: 'Who paid for the lamps?', lang: 'en' })).status,
  ).toBe(303)

  await expect.poll(() => newest('ada.lindmoser@graz.example'), { timeout: 30_000, interval: 200 }).toBeDefined()
  const asked = await simpleParser(newest('ada.lindmoser@graz.example')?.raw ?? '')
  expect(asked.text).toContain('Who paid for the lamps?')
  const replyTo = asked.replyTo?.value[0]?.address ?? ''
  expect(replyTo).toMatch(/^reply\+.+@vicinia\.example$/)

  const client = createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true })
  await client.sendMail({
    ...{ from: 'Ada Lindmoser <ada.lindmoser@graz.example>', to: replyTo, subject: `Re: ${asked.subject}` },
    ...{ inReplyTo: asked.messageId, references: asked.messageId },
    text: `The water company did, from its fund for neighbourhoods.\n\nAda Lindmoser\n\n> ${asked.text?.split('\n').join('\n> ')}\n`,
  })
  client.close()

  await expect
    .poll(() => beatriz.page(`/practices/${id}`), { timeout: 30_000, interval: 300 })
    .toContain('The water company did')
  const thread = await beatriz.page(`/practices/${id}`)
  expect(thread.match(/Who paid for the lamps\?/g)).toHaveLength(1)
  await expect
    .poll(() => newest('beatriz.ribeirinha-douro@porto.example'), { timeout: 30_000, interval: 200 })
    .toBeDefined()
  const told = await simpleParser(newest('beatriz.ribeirinha-douro@porto.example')?.raw ?? '')
  expect(told.text).toContain('The water company did')
  expect((await app.end('SIGTERM')).code).toBe(0)
})
