// Reminders: shown before they are sent, sent once, stopped by a payment, in the member's language, at the issuer's pace.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendMail } from '#platform/feature.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { sendLeft } from './actions/send-left.ts'
import { asOwner, bringEntries, clearAll, issue } from './fixtures.ts'
import { dueReminders, nextStep, usualSettings } from './reminder.ts'

let town: Town
let irena: Visitor
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  while ((await town.work()) > 0);
})
const days = (after: number): Date => new Date(Date.parse('2025-02-15T10:00:00Z') + after * 86_400_000)
beforeEach(async () => {
  await clearAll(town)
  await asOwner(town, 'delete from reminder_setting')
  town.mails.length = 0
  town.now = days(20)
})

const keysOn = (page: string): string[] =>
  [...page.matchAll(/name="letters\[\]" value="([^"]+)"/g)].map((found) => found[1] ?? '')
const send = (who: Visitor, letters: readonly string[]): Promise<Response> =>
  who.post('/payments/reminders', { 'letters[]': letters })
async function round(who: Visitor): Promise<void> {
  expect((await send(who, keysOn(await who.page('/payments/reminders')))).status).toBe(303)
  while ((await town.work()) > 0);
}
const graz = { slug: 'at-graz', seq: 1, cents: 100_000, lang: 'de', email: 'kasse@graz.example' }

test('while a round is on its way its page asks again by itself, and shows every letter anew with it; done, it rests', async () => {
  await issue(town, graz)
  const answer = await send(irena, keysOn(await irena.page('/payments/reminders')))
  const path = answer.headers.get('location') ?? ''
  const waiting = await irena.page(path)
  expect(waiting).toMatch(/<noscript>\s*<meta http-equiv="refresh"/)
  expect(waiting).toContain(`data-refresh="${path}"`)
  // What is replaced is the panel: the letters stand inside it.
  const panel = /<section class="progress-panel[\s\S]*?<\/section>/.exec(waiting)?.[0]
  expect(panel).toContain('/payments/members/at-graz')
  while ((await town.work()) > 0);
  const done = await irena.page(path)
  expect(done).not.toContain('http-equiv="refresh"')
  expect(done).not.toContain('data-refresh')
})

test('each step waits as long as its issuer says, counted from the step before', () => {
  const item = {
    invoiceId: 1,
    number: '1',
    organisationId: 1,
    slug: 'x',
    name: 'X',
    issuedOn: '2025-01-15',
    dueOn: '2025-02-15',
  }
  const open = { ...item, totalCents: 10, openCents: 10, reference: '1', held: null }
  expect(nextStep({ ...open, step: 0, remindedOn: null }, usualSettings)).toEqual({ step: 1, from: '2025-03-01' })
  expect(nextStep({ ...open, step: 1, remindedOn: '2025-03-10' }, usualSettings)).toEqual({
    step: 2,
    from: '2025-03-31',
  })
  expect(nextStep({ ...open, step: 3, remindedOn: '2025-06-01' }, usualSettings)).toBeUndefined()
  expect(dueReminders([{ ...open, step: 0, remindedOn: null }], usualSettings, '2025-02-28')).toEqual([])
})

test('the three letters go out one after the other, in the member’s language, with the statement', async () => {
  await issue(town, graz)
  expect(await irena.page('/payments/reminders')).toContain('Erinnerung: Mitgliedsbeitrag noch offen')
  await round(irena)
  town.now = days(41)
  await round(irena)
  town.now = days(62)
  await round(irena)
  expect(town.mails.map(({ to, subject }) => [to, subject.split(':')[0]])).toEqual([
    ['kasse@graz.example', 'Erinnerung'],
    ['kasse@graz.example', 'Mahnung'],
    ['kasse@graz.example', 'Letzte Mahnung'],
  ])
  const last = town.mails[2]
  expect(last?.text).toMatch(/2025-0001[\s\S]*1\.000,00[\s\S]*2\. Mai 2025[\s\S]*Ruhen der Mitgliedschaft/)
  expect(last?.attachments?.[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
  expect(last?.text).toContain('Die offenen Rechnungen und der Kontoauszug sind angehängt')
  expect(last?.attachments?.map(({ name }) => name)).toEqual(['kontoauszug.pdf', '2025-0001.pdf'])
  town.now = days(200)
  expect(await irena.page('/payments/reminders')).toContain('Nobody is to be reminded')
})

test('with the mail server away for a day no letter is lost: it goes out once, as soon as there is a server again', async () => {
  await issue(town, graz)
  await send(irena, keysOn(await irena.page('/payments/reminders')))
  const parts = (mail: SendMail) => ({
    ...testJobs(town.database.system, ''),
    ...{ now: () => town.now, features: [], mail },
    settings: {
      ...{ baseUrl: 'http://x.example', dataDir: '', secret: '', networkName: 'X' },
      proxies: 0,
      confirmAfterDays: 365,
    },
  })
  const away: SendMail = () => Promise.reject(new Error('nobody answers'))
  const sent: string[] = []
  const there: SendMail = async ({ to }) => void sent.push(to)
  town.now = new Date(town.now.getTime() + 30 * 60_000)
  await sendLeft(parts(there))
  expect(sent, 'its own job may still try').toEqual([])
  town.now = new Date(town.now.getTime() + 24 * 60 * 60_000)
  await expect(sendLeft(parts(away))).rejects.toThrow('nobody answers')
  await sendLeft(parts(there))
  await sendLeft(parts(there))
  expect(sent).toEqual(['kasse@graz.example'])
})

test('with the letter go the invoices that are still open, and no other; structured too for whoever wants them', async () => {
  await issue(town, graz)
  await issue(town, { ...graz, seq: 1, year: 2024 })
  await asOwner(
    town,
    `update billing set wants_xml = true where organisation_id = (select id from organisation where slug = 'at-graz')`,
  )
  await send(irena, keysOn(await irena.page('/payments/reminders')))
  await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: '2024-0001' }])
  while ((await town.work()) > 0);
  const [, pdf, xml, ...more] = town.mails[0]?.attachments ?? []
  expect([pdf?.name, xml?.name, more]).toEqual(['2025-0001.pdf', '2025-0001.xml', []])
  expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-')
  expect(xml?.content.toString()).toContain('<cbc:ID>2025-0001</cbc:ID>')
  await asOwner(town, 'update billing set wants_xml = false')
})

test('two officers press at once: one letter', async () => {
  await issue(town, graz)
  const theo = await town.as('theo-quintavoll')
  const keys = keysOn(await irena.page('/payments/reminders'))
  await Promise.all([send(irena, keys), send(theo, keys), send(irena, keys)])
  while ((await town.work()) > 0);
  expect(town.mails).toHaveLength(1)
})

test('a job that runs again sends nothing again', async () => {
  await issue(town, graz)
  await round(irena)
  await asOwner(town, `update fact set queued_at = null where name = 'reminder.decided'`)
  while ((await town.work()) > 0);
  expect(town.mails).toHaveLength(1)
})

test('a payment between preview and sending stops the letter; a part makes it smaller', async () => {
  await issue(town, graz)
  await issue(town, { ...graz, slug: 'fr-lyon', seq: 2, lang: 'fr', email: 'tresor@lyon.example' })
  const keys = keysOn(await irena.page('/payments/reminders'))
  expect(keys).toHaveLength(2)
  const sent = await send(irena, keys)
  await bringEntries(irena, [
    { amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' },
    { amount: '400.00', name: 'VILLE DE LYON', text: '2025-0002' },
  ])
  while ((await town.work()) > 0);
  expect(town.mails.map(({ to }) => to)).toEqual(['tresor@lyon.example'])
  expect(town.mails[0]?.text).toMatch(/600,00/)
  const page = await irena.page(sent.headers.get('location') ?? '')
  expect(page).toContain('Stopped: paid meanwhile')
})

test('a letter that was stopped does not count: if the payment is taken back, the same step comes again', async () => {
  await issue(town, graz)
  await send(irena, keysOn(await irena.page('/payments/reminders')))
  await bringEntries(irena, [{ amount: '1000.00', name: 'STADT GRAZ', text: '2025-0001' }])
  while ((await town.work()) > 0);
  const [row] = await asOwner<{ id: number }>(town, 'select id from settlement')
  await irena.post(`/payments/settlements/${row?.id}/undoing`)
  await round(irena)
  expect(town.mails.map(({ subject }) => subject.split(':')[0])).toEqual(['Erinnerung'])
})

test('who is held back with a reason gets nothing, whatever is chosen; afterwards again', async () => {
  await issue(town, graz)
  const keys = keysOn(await irena.page('/payments/reminders'))
  for (const reason of [' ', '\u200b'])
    expect((await irena.post('/payments/members/at-graz/hold', { reason })).status).toBe(422)
  await irena.post('/payments/members/at-graz/hold', { reason: 'In clarification' })
  expect(await irena.page('/payments/reminders')).toContain('In clarification')
  await send(irena, keys)
  while ((await town.work()) > 0);
  expect(town.mails).toEqual([])
  await irena.post('/payments/members/at-graz/hold/end')
  await round(irena)
  expect(town.mails).toHaveLength(1)
})

test('without an address for invoices whoever coordinates the city gets it; without anybody the office is told', async () => {
  await issue(town, { ...graz, email: '' })
  await issue(town, { ...graz, slug: 'pt-porto', seq: 2, email: '' })
  await asOwner(
    town,
    `update person set role = 'colleague' where organisation_id = (select id from organisation where slug = 'pt-porto')`,
  )
  const sent = await send(irena, keysOn(await irena.page('/payments/reminders')))
  while ((await town.work()) > 0);
  expect(town.mails.map(({ to }) => to)).toEqual(['ada.lindmoser@graz.example'])
  expect(await irena.page(sent.headers.get('location') ?? '')).toContain('No address')
})

test('a new address for invoices counts at once, also for what was invoiced before', async () => {
  await issue(town, graz)
  await asOwner(
    town,
    `update billing set email = 'neu@graz.example' where organisation_id = (select id from organisation where slug = 'at-graz')`,
  )
  await round(irena)
  expect(town.mails.map(({ to }) => to)).toEqual(['neu@graz.example'])
})

describe('settings', () => {
  test('are the issuer’s own: days and what the statutes say', async () => {
    await issue(town, graz)
    const fields = {
      firstAfter: '30',
      secondAfter: '10',
      lastAfter: '10',
      daysToPay: '7',
      'statutes-de': 'Nach Paragraf 5 ruht sie.',
    }
    expect((await irena.post('/payments/reminders/settings', { ...fields, firstAfter: 'soon' })).status).toBe(422)
    expect((await irena.post('/payments/reminders/settings', fields)).status).toBe(303)
    expect(keysOn(await irena.page('/payments/reminders'))).toEqual([])
    for (const after of [31, 42, 53]) {
      town.now = days(after)
      await round(irena)
    }
    expect(town.mails.at(-1)?.text).toContain('Nach Paragraf 5 ruht sie.')
  })
})
