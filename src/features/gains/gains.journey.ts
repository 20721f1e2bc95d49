// A coordinator writes down money that was won, forgets the amount first, and finds it on the page for the mayor.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Ada records funding, mends what was missing, and it counts for the mayor', async (script) => {
  const project = script ? 'Helle Höfe' : 'Helle Wege'
  const page = await street.open({ lang: 'en', person: 'ada-lindmoser', script, width: script ? 1440 : 360 })
  await page.goto('/members/at-graz/benefit?year=2023')
  await page.getByRole('link', { name: 'Record events, funding, positions, partners' }).click()
  await page.getByRole('link', { name: 'Record funding' }).click()
  await page.getByLabel('Project', { exact: true }).fill(project)
  await page.getByLabel('Day the money was granted').fill('2023-04-05')
  await page.getByLabel('Funding programme').fill('Programme Q')
  await page.getByLabel('First year of the project').fill('2023')
  await page.getByLabel('Link').fill('https://blorf.example.org/bescheid')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Please give an amount in euro greater than 0').first().waitFor()
  expect(await page.getByLabel('Project', { exact: true }).inputValue()).toBe(project)
  await page.getByLabel('Amount won (euro)').fill('12.500,10')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: project, level: 1 }).waitFor()
  await page.getByText('Recorded by Ada Lindmoser').waitFor()
  await page.goto('/members/at-graz/benefit?year=2023')
  await page.getByText(project).waitFor()
  await page.getByText('€12,500.10').first().waitFor()
  await page.context().close()
  street.expectWell()
})
