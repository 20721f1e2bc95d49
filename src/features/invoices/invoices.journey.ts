// The year of a forum in a browser: look, make, open an invoice, download it, send, and take one back.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { rowsOf } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  while ((await street.town.work()) > 0);
}, 120_000)

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const says = (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()

/** As if nothing of the forum's year had happened: the journey is walked twice. */
const forget = (): Promise<unknown> =>
  rowsOf(
    street.town,
    `set session_replication_role = replica;
     delete from invoice_share where year = 2026 and issuer_id is not null;
     delete from invoice where year = 2026 and issuer_id is not null;
     delete from fee_run where year = 2026 and issuer_id is not null`,
  )

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return readFileSync(await file.path())
}

withAndWithoutScript(
  'Carsten makes the invoices of the German forum, sends them, and takes one back',
  async (script) => {
    const { town } = street
    await forget()
    town.mails.length = 0
    const carsten = await street.open({ person: 'carsten-mittelweg', lang: 'en', script })
    await carsten.goto('/desk')
    await carsten.getByRole('link', { name: 'Invoices', exact: true }).click()
    await carsten.getByRole('link', { name: 'Run for 2026' }).click()
    await carsten.getByRole('cell', { name: 'another fee scale' }).first().waitFor()
    await press(carsten, /^Make \d+ invoices$/)
    await says(carsten, 'The invoices are made. Nothing has been sent yet.')
    expect(town.mails).toEqual([])

    await carsten.getByRole('link', { name: 'Invoices', exact: true }).first().click()
    await carsten.getByLabel('Number or member').fill('kaiserslautern')
    await press(carsten, 'Show')
    await carsten.getByRole('link', { name: /^DF2026-/ }).click()
    await says(carsten, 'How the fee comes about')
    expect((await download(carsten, 'As PDF')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await download(carsten, 'E-invoice (UBL)')).toString()).toContain('DF2026-')

    await press(carsten, 'Send the invoice')
    await says(carsten, 'Sending is under way.')
    while ((await town.work()) > 0);
    expect(town.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Rechnung DF2026-')])
    await carsten.reload()
    await says(carsten, 'invoices@kaiserslautern.example')

    await carsten.getByText('Take back', { exact: true }).click()
    await press(carsten, 'Make the credit note')
    await says(carsten, 'Please give the reason.')
    await carsten.getByText('Take back', { exact: true }).click()
    await carsten.getByLabel('Reason').fill('Wrong figure')
    await press(carsten, 'Make the credit note')
    await says(carsten, 'The credit note is made.')
    await press(carsten, 'Make the new invoice')
    await says(carsten, 'The new invoice is made.')
    await says(carsten, 'New invoice after the credit note')

    const almut = await street.open({ person: 'almut-westrichter', lang: 'de', script, width: 360 })
    await almut.goto('/invoices')
    await almut.getByRole('link', { name: /^DF2026-/ }).waitFor()
    await almut.getByRole('link', { name: 'Rechnungsanschrift' }).click()
    await almut.locator('[name=leitwegId]').fill('991-12345-67')
    await press(almut, 'Speichern')
    await almut.getByRole('link', { name: /Diese Leitweg-ID stimmt nicht/ }).waitFor()
    for (const page of [carsten, almut]) await page.context().close()
    street.expectWell()
  },
)
