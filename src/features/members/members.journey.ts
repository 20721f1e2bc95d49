// The register: who belongs, narrowed down, on the map and in the table behind it, as a file, and one city in full.
import { readFile } from 'node:fs/promises'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('A journalist looks for the large cities in Poland and takes the list along', async (script) => {
  const page = await street.open({ lang: 'de', script })
  await page.goto('/members')
  const found = page.locator('.result-line')
  expect(await found.textContent()).toMatch(/^\d+ Mitglieder$/)
  await page
    .getByRole('group', { name: 'Land' })
    .getByText(/\d+ weitere/)
    .click()
  await page.getByLabel('Polen').check()
  if (!script) await page.getByRole('button', { name: 'Anwenden' }).click()
  await page.getByRole('link', { name: 'Nicht mehr auf Polen eingrenzen' }).waitFor()
  expect(new URL(page.url()).search).toBe('?country=PL')
  const cities = Number.parseInt((await found.textContent()) ?? '', 10)
  expect(cities).toBeGreaterThan(2)
  expect(await page.locator('.map-point').count()).toBe(cities)

  await page.getByText('Als Tabelle zeigen').click()
  const behind = page.locator('.map table')
  await behind.getByRole('link', { name: 'Danzig' }).waitFor()
  expect(await behind.getByRole('row').count()).toBe(cities + 1)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Liste als CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(cities + 1)
  expect(lines.every((line, row) => row === 0 || line.includes(',PL,'))).toBe(true)
  await page.context().close()
  street.expectWell()
})

withAndWithoutScript('A councillor finds Danzig by its Polish name and reads its page', async (script) => {
  const page = await street.open({ lang: 'de', script, width: 360, theme: 'dark' })
  await page.goto('/members')
  await page.getByLabel('Name, in jeder Sprache').fill('Atlantis')
  await page.getByRole('button', { name: 'Finden' }).click()
  await page.getByText('Kein Mitglied passt zu dieser Auswahl').waitFor()
  await page.getByLabel('Name, in jeder Sprache').fill('')
  await page.getByRole('button', { name: 'Finden' }).click()
  await page.getByText(/^\d+ Mitglieder$/).waitFor()
  await page.getByLabel('Name, in jeder Sprache').fill('Gdańsk')
  await page.getByRole('button', { name: 'Finden' }).click()
  await page.getByRole('table', { name: 'Liste der Mitglieder' }).getByRole('link', { name: 'Danzig' }).click()
  await page.getByRole('heading', { name: 'Danzig', level: 1 }).waitFor()
  for (const words of ['Name vor Ort: Gdańsk', 'Quelle der Einwohnerzahl', 'Das ist keine Aussage von Danzig'])
    await page.getByText(words).first().waitFor()
  expect(await page.getByText('Kalina').count()).toBe(0)
  await page.getByRole('link', { name: /Gdańska Rada/ }).click()
  await page.getByRole('heading', { name: /Gdańska Rada/, level: 1 }).waitFor()
  await page.context().close()
  street.expectWell()
})
