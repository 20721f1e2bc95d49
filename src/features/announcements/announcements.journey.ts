// Somebody publishes an announcement in a browser, forgets the title first, and a colleague of another city reads it.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Ada publishes an announcement, and Jonte reads it in German', async (script) => {
  const title = script ? 'Walks at dusk' : 'Walks at dawn'
  const ada = await street.open({ lang: 'en', person: 'ada-lindmoser', script, width: 360 })
  await ada.goto('/announcements/new')
  await ada.getByLabel('Text', { exact: true }).fill('We meet every Thursday.')
  await ada.getByRole('button', { name: 'Publish' }).click()
  await ada.getByText('Please give a title of at least three characters.').first().waitFor()
  expect(await ada.getByLabel('Text', { exact: true }).inputValue()).toBe('We meet every Thursday.')
  await ada.getByLabel('Title').fill(title)
  await ada.getByRole('button', { name: 'Publish' }).click()
  await ada.getByRole('heading', { name: title, level: 1 }).waitFor()
  await ada.getByText('Published. Whoever may see it can now read it.').waitFor()

  const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script })
  await jonte.goto('/announcements')
  await jonte.getByRole('link', { name: title }).click()
  await jonte.getByText('We meet every Thursday.').waitFor()
  for (const page of [ada, jonte]) await page.context().close()
  street.expectWell()
})
