// The digest as it arrives: over a real SMTP server, read back by a parser that is not ours; and the preview is that mail.
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '#platform/feature.ts'
import { compose } from '#platform/mail/compose.ts'
import { openDelivery } from '#platform/mail/send-mail.ts'
import { fill } from '../../../testing/as-owner.ts'
import { raiseDigests } from './actions/raise-digests.ts'
import { sendDigests } from './actions/send-digests.ts'
import { jobsOf, morning, openReadersTown, publish, workAll } from './fixtures.ts'

const { town, ada, beatriz } = await openReadersTown()
const arrived: ParsedMail[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) =>
    void simpleParser(stream).then((mail) => {
      arrived.push(mail)
      done()
    }),
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const line = (mail: ParsedMail | undefined, key: string): string =>
  mail?.headerLines.find((one) => one.key === key)?.line ?? ''

test('a digest arrives in both forms, in the reader’s language, with the way to end it in its head', async () => {
  await fill(town, `update person set lang = 'pl' where slug = 'beatriz-ribeirinha-douro'`)
  await publish(town, ada, { title: 'Zażółć gęślą jaźń – Nachtbusse', summary: 'Zum Lesen.' })
  const from = 'Vicinia <office@vicinia.example>'
  const { hand, close } = openDelivery({ smtpUrl: url, from, dataDir: '', connections: 1, dkim: undefined })
  const parts = {
    ...jobsOf(town),
    mail: async (mail: Mail) => hand(await compose(from, mail, town.now)),
  }
  await raiseDigests(parts)
  await sendDigests(parts)
  close()
  expect(arrived).toHaveLength(1)
  const [mail] = arrived
  expect(mail?.subject).toBe('Vicinia, 2 marca 2027: jedna sprawa dla Państwa')
  expect(line(mail, 'list-unsubscribe')).toMatch(/<http:\/\/localhost\/digests\/ending\?by=\d+&code=[0-9a-f]{43}>/)
  expect(line(mail, 'list-unsubscribe-post')).toContain('List-Unsubscribe=One-Click')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.text).toContain('Dzień dobry, Beatriz Ribeirinha Douro,')
  expect(mail?.text).toContain('Nowe dla Państwa\n----------------')
  expect(mail?.text).toContain(
    '* Zażółć gęślą jaźń – Nachtbusse\n  TLP:GREEN · Dobra praktyka · Graz · język: niemiecki\n',
  )
  const html = String(mail?.html)
  expect(html).toMatch(/<html lang="pl">/)
  expect(html).toMatch(/<h1>[^<]+<\/h1>[\s\S]+<h2>Nowe dla Państwa<\/h2>[\s\S]+<h3><a [^>]*lang="de">Zażółć/)
  expect(html).not.toMatch(/<(?:table|img|script|link)|url\(|@import/)
  await fill(town, `update person set lang = 'en' where slug = 'beatriz-ribeirinha-douro'`)
})

test('the preview is what would be sent, in both forms, and a copy of it comes on demand, once for a double click', async () => {
  town.now = new Date(morning.getTime() + 3_600_000)
  await publish(town, ada, { title: 'Vorschauwort' })
  const page = await beatriz.get('/digests')
  expect(page.headers.get('content-security-policy')).toContain(`frame-src 'self'`)
  const shown = await page.text()
  expect(shown).toContain('3 March 2027, 07:00')
  const letter = await beatriz.get('/digests/letter')
  expect(letter.headers.get('content-security-policy')).toMatch(
    /style-src 'sha256-[^']+'.*frame-ancestors 'self'; sandbox/,
  )
  expect(letter.headers.get('cache-control')).toContain('no-store')
  const once = /name="once" value="([^"]+)"/.exec(shown)?.[1] ?? ''
  town.mails.length = 0
  for (const _ of [1, 2]) expect((await beatriz.post('/digests/copies', { once })).status).toBe(303)
  await workAll(town)
  expect(town.mails).toHaveLength(1)
  const [mail] = town.mails
  expect(mail?.html).toBe(await letter.text())
  expect(mail?.text).toBe(await (await beatriz.get('/digests/letter/text')).text())
  expect(mail?.text).toContain('Vorschauwort')
  expect(await fill(town, `select count(*) from notice where mailed_at is null`)).toBe(1)
})

test('nobody else’s digest: a visitor is asked to sign in, and another person sees their own', async () => {
  for (const path of ['/digests', '/digests/letter', '/digests/letter/text'])
    expect((await town.visitor.get(path)).headers.get('location')).toContain('/sign-in')
  expect(await (await ada.get('/digests/letter')).text()).not.toContain('Beatriz')
})

test('what may stand in mails is set by the network’s office, and read in the history of nobody else', async () => {
  const irena = await town.as('irena-halvorsdottir-blau')
  for (const who of [ada, await town.as('carsten-mittelweg')]) {
    expect((await who.get('/digests/setting')).status).toBe(403)
    expect((await who.post('/digests/setting', { amber: 'yes' })).status).toBe(403)
  }
  expect(await irena.page('/digests/setting')).not.toMatch(/name="amber"[^>]*checked/)
  expect((await irena.post('/digests/setting', { amber: 'yes' })).status).toBe(303)
  expect(await irena.page('/digests/setting')).toMatch(/name="amber"[^>]*checked/)
  await irena.post('/digests/setting')
  expect(await irena.page('/digests/setting')).not.toMatch(/name="amber"[^>]*checked/)
})
