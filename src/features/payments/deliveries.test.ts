// A letter to several recipients, of whom one has a mail server that refuses: nobody gets it twice, nothing is tried for ever, and the office sees it.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { SendMail } from '#platform/feature.ts'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { testJobs } from '../../../testing/template.ts'
import { sendLeft } from './actions/send-left.ts'
import { asOwner, clearAll, issue } from './fixtures.ts'

let town: Town
let irena: Visitor
let recipients: readonly string[]
const hour = 60 * 60_000
beforeAll(async () => {
  town = await openTown()
  irena = await town.as('irena-halvorsdottir-blau')
  while ((await town.work()) > 0);
  const rows = await asOwner<{ email: string }>(
    town,
    `update person set role = 'coordinator', organisation_id = (select id from organisation where slug = 'at-graz')
     where slug in ('ada-lindmoser', 'almut-westrichter', 'beatriz-ribeirinha-douro') returning email`,
  )
  recipients = rows.map(({ email }) => email)
  expect(recipients.length).toBe(3)
})

let sent: string[]
let round: string
beforeEach(async () => {
  await clearAll(town)
  town.now = new Date('2025-03-07T10:00:00Z')
  sent = []
  await issue(town, { slug: 'at-graz', seq: 1, cents: 100_000, lang: 'de', email: '' })
  const page = await irena.page('/payments/reminders')
  const letters = [...page.matchAll(/name="letters\[\]" value="([^"]+)"/g)].map((found) => found[1] ?? '')
  round = (await irena.post('/payments/reminders', { 'letters[]': letters })).headers.get('location') ?? ''
})

/** Hours later, with servers that take no mail for these. */
async function later(refused: readonly string[], hours = 2): Promise<void> {
  town.now = new Date(town.now.getTime() + hours * hour)
  const mail: SendMail = async ({ to }) => {
    if (refused.includes(to)) throw new Error(`nobody is called ${to}`)
    sent.push(to)
  }
  const settings = {
    ...{ baseUrl: 'http://x.example', dataDir: '', secret: '', networkName: 'X', proxies: 0, confirmAfterDays: 365 },
  }
  const common = testJobs(town.database.system, '')
  await sendLeft({ ...common, now: () => town.now, features: [], mail, settings }).catch((error: unknown) =>
    expect(String(error)).toContain('nobody is called'),
  )
}

test('where one mail server refuses it, the others have the letter once, however often it is tried', async () => {
  const [refused = '', ...others] = recipients
  for (let times = 0; times < 4; times++) await later([refused])
  expect(sent.toSorted()).toEqual(others.toSorted())
  expect(await irena.page(round)).toContain('Not delivered yet to: ')
  await later([])
  expect(sent.toSorted()).toEqual(recipients.toSorted())
  expect(await irena.page(round)).not.toContain('Not delivered')
})

test('what cannot be delivered is given up after days: the office reads to whom it did not go', async () => {
  const [refused = ''] = recipients
  await later([refused])
  await later([refused], 5 * 24)
  const page = await irena.page(round)
  expect(page).toContain('Not delivered to: ')
  expect(page).toContain('Please check the address')
  const before = sent.length
  await later([], 24)
  expect(sent).toHaveLength(before)
  expect(await irena.page('/payments/reminders')).toMatch(/Not delivered[\s\S]*<td[^>]*>\s*1\s*<\/td>\s*<\/tr>/)
})

test('a letter that nobody could get counts as no step: the invoice may be asked for again', async () => {
  await later(recipients)
  await later(recipients, 5 * 24)
  expect(sent).toEqual([])
  expect(await irena.page(round)).toContain('Undeliverable: no mail server accepted it')
  expect(await irena.page('/payments/reminders')).toContain('name="letters[]"')
})

test('whoever lost the duty meanwhile gets nothing', async () => {
  const [refused = ''] = recipients
  await later([refused])
  await asOwner(town, `update person set role = 'colleague' where email = '${refused}'`)
  await later([])
  expect(sent).not.toContain(refused)
  await asOwner(town, `update person set role = 'coordinator' where email = '${refused}'`)
})
