// A city gives notice and thinks better of it; a journalist asks who belonged on a day; an office brings a table of inhabitants.
import { readFile } from 'node:fs/promises'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada gives notice for Graz, reads the last day before she says yes, and takes it back; nobody else reads of it',
  async (script) => {
    const ada = await street.open({ person: 'ada-lindmoser', script, width: 360 })
    await ada.goto('/desk')
    await ada.getByRole('link', { name: 'Our membership over time' }).click()
    await ada.getByRole('heading', { name: 'Graz', level: 1 }).waitFor()
    await ada.getByRole('link', { name: 'Give notice' }).click()
    await ada.getByRole('button', { name: 'Show what will happen' }).click()
    await ada.getByText(/Graz is a member for the last time on 31 December \d{4}: Network\./).waitFor()
    await ada.getByRole('button', { name: 'Give notice' }).click()
    await ada.getByText('The notice has been recorded.').first().waitFor()

    const visitor = await street.open({ lang: 'de', script })
    await visitor.goto('/memberships/at-graz')
    expect(await visitor.getByText('Kündigung eingegangen').count()).toBe(0)

    await ada.getByText('Take the notice back').click()
    await ada.getByRole('button', { name: 'Stay a member' }).click()
    await ada.getByText('The notice has been taken back.').first().waitFor()
    for (const one of [ada, visitor]) await one.context().close()
    street.expectWell()
  },
)

withAndWithoutScript(
  'A journalist asks who belonged on the last day of 2024, and takes the list along',
  async (script) => {
    const page = await street.open({ lang: 'de', script })
    await page.goto('/members')
    await page.getByRole('link', { name: 'Mitglieder zum Stichtag' }).click()
    await page.getByLabel('Tag', { exact: true }).fill('2024-12-31')
    await page.getByLabel('Netzwerk oder Forum').selectOption('Deutsches Forum')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.getByText(/^Am 31\. Dezember 2024: \d+ Mitglieder$/).waitFor()
    expect(await page.getByRole('link', { name: 'Kaiserslautern' }).count()).toBe(0)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Liste als CSV' }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toContain('2024-12-31,de-augsburg,Augsburg,DE')
    expect(file).not.toContain('kaiserslautern')
    await page.context().close()
    street.expectWell()
  },
)

withAndWithoutScript('Carsten brings a table of inhabitants, sees who changes class, and says yes', async (script) => {
  const city = script ? 'Kaiserslautern' : 'Gladbeck'
  const page = await street.open({ person: 'carsten-mittelweg', lang: 'de', script })
  await page.goto('/memberships/figures')
  const buffer = Buffer.from(`Gemeinde;Einwohner\r\n${city};260.000\r\nEntenhausen;1\r\n`)
  await page.getByLabel('Datei').setInputFiles({ name: 'gemeinden.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('Land').selectOption('Deutschland')
  await page.getByLabel('Stichtag').fill('2025-06-30')
  await page.getByLabel('Quelle').fill('Statistisches Amt')
  await page.getByRole('button', { name: 'Tabelle prüfen' }).click()
  await page.getByText('Noch ist nichts eingetragen.').waitFor()
  await page.getByText('andere Klasse').waitFor()
  await page.getByText('Entenhausen').waitFor()
  await page.getByRole('button', { name: 'Eine Zahl eintragen' }).click()
  await page.getByRole('heading', { name: 'Die Zahlen sind eingetragen' }).waitFor()
  await page.context().close()
  street.expectWell()
})
