// Somebody watches a subject, is told while a page is open, reads it, and ends it: with script the number changes by itself.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  while ((await street.work()) > 0);
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^New/ })

async function publish(title: string): Promise<void> {
  const ada = await street.town.as('ada-lindmoser')
  const words = { title, summary: 'Kurz.', lang: 'en', problem: 'p', response: 'r', results: 's' }
  const made = await ada.post('/practices', { ...words, evidence: '0', 'concepts[]': ['lighting'], audience: '2' })
  await ada.post(`/practices/${/\d+/.exec(made.headers.get('location') ?? '')?.[0]}/publication`)
  while ((await street.work()) > 0);
}

withAndWithoutScript('Beatriz watches a subject, is told of what Ada publishes, and reads it', async (script) => {
  for (const table of ['subscription', 'notice']) await fill(street.town, `delete from ${table}`)
  const word = script ? 'Glockenwort' : 'Briefwort'
  const page = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'en', script })
  await page.goto('/thesaurus/lighting')
  await press(page, 'Watch')
  await says(page, 'You are watching it now.')
  await page.getByRole('button', { name: 'Watching', exact: true }).waitFor()
  expect(await bell(page).textContent()).toContain('Nothing new')
  await publish(word)
  if (!script) await page.reload()
  await bell(page).getByText('One new thing').waitFor()
  await bell(page).click()
  await says(page, '1 new')
  await page.getByRole('link', { name: word, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: word }).waitFor()
  expect(await bell(page).textContent()).toContain('Nothing new')
  await bell(page).click()
  await page.getByRole('link', { name: word, exact: true }).waitFor()
  expect(await page.getByText('1 new', { exact: true }).count()).toBe(0)

  await page.getByRole('link', { name: 'How you hear of news' }).first().click()
  await page.locator('#watch-q').fill('Kaiserslautern')
  await press(page, 'Find')
  await press(page, 'Watch “Kaiserslautern”')
  await page.getByLabel('Quiet from').fill('25:00')
  await page.getByRole('form', { name: 'When', exact: true }).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Please give a time such as 20:00, or leave it empty.' }).waitFor()
  await page.getByRole('button', { name: /^Stop watching “(?!Kaisers)/ }).click()
  await says(page, 'You are no longer watching it.')
  await page.context().close()
  street.expectWell()
})
