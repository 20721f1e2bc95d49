// How people come in: invited by a colleague, back by a link, ended from afar, let go; and as somebody invented.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()

/** The link of the newest letter, opened from the demonstration's own outbox. */
async function openNewestLetter(page: Page): Promise<void> {
  await street.work()
  await page.goto('/demo/mail')
  await page.locator('main section').first().getByRole('link').click()
}

async function invite(ada: Page, name: string, address: string): Promise<void> {
  await ada.getByLabel('Name').fill(name)
  await ada.getByLabel('E-Mail-Adresse').fill(address)
  await ada.getByRole('button', { name: 'Einladung verschicken' }).click()
}

withAndWithoutScript('Mirko is invited by Ada, comes in, goes, and comes back by a link', async (script) => {
  const address = script ? 'mirko@graz.example' : 'mirjam@graz.example'
  const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script })
  await ada.goto('/my-city/colleagues')
  await invite(ada, 'Mirko Sandgruber', 'mirko at graz')
  await says(ada, 'Bitte geben Sie eine E-Mail-Adresse')
  expect(await ada.getByLabel('Name').inputValue()).toBe('Mirko Sandgruber')
  expect(await ada.getByLabel('E-Mail-Adresse').inputValue()).toBe('mirko at graz')
  expect(await ada.locator(':focus').textContent()).toContain('geändert')
  await invite(ada, 'Mirko Sandgruber', address)
  await says(ada, 'Die Einladung ist unterwegs')
  await ada.getByRole('row', { name: address }).waitFor()

  const mirko = await street.open({ lang: 'de', script, width: 360 })
  await openNewestLetter(mirko)
  const invitation = mirko.url()
  await says(mirko, /Ada Lindmoser lädt Sie ein.*Graz/)
  await mirko.getByLabel('Name').fill('')
  await mirko.getByRole('button', { name: 'Annehmen' }).click()
  await says(mirko, 'Bitte geben Sie einen Namen')
  await mirko.getByLabel('Name').fill('Mirko von Sandgruber')
  await mirko.getByRole('button', { name: 'Annehmen' }).click()
  await says(mirko, 'Willkommen')
  await mirko.goto('/account')
  await mirko.locator('.menu-me summary').click()
  await mirko.getByRole('button', { name: 'Abmelden' }).click()
  await says(mirko, 'Sie sind abgemeldet')
  await mirko.goto(invitation)
  await says(mirko, 'Diese Einladung gilt nicht mehr')

  await mirko.getByRole('main').getByRole('link', { name: 'Anmelden' }).click()
  await mirko.getByLabel('E-Mail-Adresse').fill(address)
  await mirko.getByRole('button', { name: 'Link zuschicken' }).click()
  await openNewestLetter(mirko)
  await mirko.getByRole('main').getByRole('button', { name: 'Anmelden' }).click()
  await mirko.goto('/account')
  expect(await mirko.getByLabel('Name').inputValue()).toBe('Mirko von Sandgruber')

  await ada.goto('/my-city/colleagues')
  const row = ada.getByRole('row', { name: 'Mirko von Sandgruber' }).last()
  await row.getByText('Koordination übertragen').click()
  await row.getByRole('button', { name: 'Koordination jetzt übertragen' }).click()
  await says(ada, 'Die Aufgabe ist geändert')
  await mirko.goto('/my-city/colleagues')
  await mirko.getByRole('heading', { name: 'Jemanden einladen' }).waitFor()

  await row.getByText('Ist ausgeschieden').click()
  await row.getByRole('button', { name: 'Zugang jetzt beenden' }).click()
  await says(ada, 'Der Zugang ist beendet')
  await mirko.goto('/practices/new')
  await mirko.getByRole('heading', { name: 'Anmelden', level: 1 }).waitFor()
  street.expectWell()
})
