// Nothing leaves before the office says so; then each invoice leaves once, in the member's language, and what fails is told.
import { beforeEach, expect, test } from 'vitest'
import type { JobParts, Mail } from '#platform/feature.ts'
import { openTown } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { testJobs } from '../../../testing/template.ts'
import { sendInvoice } from './actions/send-invoice.ts'
import { billing, listRows, makeInvoices, openBooks } from './fixtures.ts'
import { putBilling } from './store-issuer.ts'

const town = await openTown()
const irena = await town.as('irena-halvorsdottir-blau')
let members: readonly number[]
let run: string
beforeEach(async () => {
  members = await openBooks(town)
  run = (await makeInvoices(irena, 2026)).headers.get('location') ?? ''
  await work()
  town.mails.length = 0
})
const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const change = { by: null, at: new Date() }

test('made is not sent: no mail, and the city sees nothing yet', async () => {
  const almut = await town.as('almut-westrichter')
  expect(town.mails).toEqual([])
  expect(await almut.page('/invoices')).toContain('No invoice yet')
  expect(await irena.page(run)).toContain('Send 4 invoices')
})

test('each goes to its address in its language, with the PDF, and with the XML where it is wanted', async () => {
  await putBilling(
    town.database.system,
    billing(members[3] ?? 0, { lang: 'fr', wantsXml: true, email: 'compta@ville.example' }),
    change,
  )
  expect((await irena.post(`${run}/sending`)).status).toBe(303)
  expect(await irena.page(run)).toContain('<noscript><meta http-equiv="refresh"')
  await work()
  expect(town.mails.map(({ to }) => to).sort()).toEqual([
    'compta@ville.example',
    ...Array(3).fill('treasury@city.example'),
  ])
  const french = town.mails.find(({ to }) => to.startsWith('compta'))
  expect(french?.subject).toContain('facture 2026-0004')
  expect(french?.attachments?.map(({ name }) => name)).toEqual(['2026-0004.pdf', '2026-0004.xml'])
  expect(french?.attachments?.[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
  const german = town.mails.find(({ subject }) => subject.includes('2026-0003'))
  expect(german?.text).toContain('Guten Tag')
  expect(german?.attachments?.map(({ name }) => name)).toEqual(['2026-0003.pdf'])
  const page = await irena.page(run)
  expect(page).toContain('4 of 4')
  expect(page).not.toContain('http-equiv="refresh"')
  expect(await (await town.as('almut-westrichter')).page('/invoices')).toContain('2026-0003')
})

test('what was taken back before it left does not leave with the run, and nothing waits for it', async () => {
  const [wrong] = await listRows(town)
  await irena.post(`/invoices/${wrong?.id}/credit-note`, { reason: 'Wrong figure' })
  expect(await irena.page(run)).toContain('Send 3 invoices')
  await irena.post(`${run}/sending`)
  await work()
  expect(town.mails.map(({ subject }) => /2026-\d{4}/.exec(subject)?.[0]).sort()).toEqual([
    '2026-0002',
    '2026-0003',
    '2026-0004',
  ])
  expect((await irena.post(`${run}/sending`)).status).toBe(422)
  expect(await irena.page('/invoices')).not.toMatch(/\b(?:one|\d+) not sent/)
  expect(await fill(town, `select count(*) from invoice where released_at is null`)).toBe(2)
})

test('what takes back an invoice that never left is not sent by itself: no button, and a sentence to whoever asks', async () => {
  const [wrong] = await listRows(town)
  const note = (await irena.post(`/invoices/${wrong?.id}/credit-note`, { reason: 'x' })).headers.get('location') ?? ''
  const page = await irena.page(note)
  expect([page.includes(`action="${note}/sending"`), page.includes('was never sent')]).toEqual([false, true])
  const answer = await irena.post(`${note}/sending`)
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('was never sent')])
  await work()
  expect(town.mails).toEqual([])
  // Once the invoice is out, its member may learn of the note.
  await irena.post(`/invoices/${wrong?.id}/sending`)
  expect((await irena.post(`${note}/sending`)).status).toBe(303)
  await work()
  expect(town.mails).toHaveLength(2)
})

test('a second press sends nothing more', async () => {
  await irena.post(`${run}/sending`)
  const pressed = await irena.post(`${run}/sending`)
  expect(pressed.status).toBe(422)
  await work()
  expect((await irena.post(`${run}/sending`)).status).toBe(422)
  await work()
  expect(town.mails).toHaveLength(4)
})

test('who gave no address is named in the report, and gets the invoice when there is one', async () => {
  await putBilling(town.database.system, billing(members[0] ?? 0, { email: '' }), change)
  await irena.post(`${run}/sending`)
  await work()
  expect(town.mails).toHaveLength(3)
  const page = await irena.page(run)
  expect(page).toMatch(/Not delivered[\s\S]*2026-0001[\s\S]*No e-mail address/)
  await putBilling(town.database.system, billing(members[0] ?? 0, { email: 'now@city.example' }), change)
  await irena.post(`${run}/sending`)
  await work()
  expect(town.mails.map(({ to }) => to)).toContain('now@city.example')
  expect(town.mails).toHaveLength(4)
})

const jobs = (mail: JobParts['mail']): JobParts => ({ ...testJobs(town.database.system, town.dataDir), mail })

test('a mail server that is away is told to the office, and the next try clears it', async () => {
  await irena.post(`${run}/sending`)
  const [first] = await listRows(town)
  const failing = jobs(async () => {
    throw new Error('ECONNREFUSED')
  })
  await expect(sendInvoice(failing, first?.id ?? 0)).rejects.toThrow('ECONNREFUSED')
  expect(await irena.page(run)).toContain('The mail server did not take it')
  await work()
  expect(await irena.page(run)).not.toContain('Not delivered')
  expect(town.mails.filter(({ subject }) => subject.includes('2026-0001'))).toHaveLength(1)
})

test('what went out before a crash is the same mail when it goes out again', async () => {
  await irena.post(`${run}/sending`)
  const sent: Mail[] = []
  const [first] = await listRows(town)
  const parts = jobs(async (mail) => {
    sent.push(mail)
    if (sent.length === 1) throw new Error('Cut off after the server had taken it')
  })
  await expect(sendInvoice(parts, first?.id ?? 0)).rejects.toThrow('Cut off')
  await sendInvoice(parts, first?.id ?? 0)
  await sendInvoice(parts, first?.id ?? 0)
  expect(sent).toHaveLength(2)
  expect(sent[0]?.id).toBe(sent[1]?.id)
  expect(sent[0]?.attachments?.[0]?.content.equals(sent[1]?.attachments?.[0]?.content ?? Buffer.alloc(0))).toBe(true)
})

test('two workers that take the same job send it once', async () => {
  await irena.post(`${run}/sending`)
  const sent: Mail[] = []
  const parts = jobs(async (mail) => void sent.push(mail))
  const [first] = await listRows(town)
  await Promise.all([1, 2, 3].map(() => sendInvoice(parts, first?.id ?? 0)))
  expect(sent).toHaveLength(1)
  expect(await fill(town, `select count(*) from invoice where sent_at is not null`)).toBe(1)
})

test('what was not released is not sent, whatever job says so', async () => {
  const sent: Mail[] = []
  const [first] = await listRows(town)
  await sendInvoice(
    jobs(async (mail) => void sent.push(mail)),
    first?.id ?? 0,
  )
  expect(sent).toEqual([])
  expect(await rowsOf(town, 'select 1 from invoice where sent_at is not null')).toEqual([])
})
