// An office publishes an announcement in a browser, forgets the title first, and a member reads it; then it is taken back.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Carsten of the German forum announces something, Jonte reads it in German, and Carsten takes it back',
  async (script) => {
    const title = script ? 'Walks at dusk' : 'Walks at dawn'
    const carsten = await street.open({ lang: 'en', person: 'carsten-mittelweg', script, width: 360 })
    await carsten.goto('/announcements/new')
    await carsten.getByLabel('Text', { exact: true }).fill('We meet every Thursday.')
    await carsten.getByRole('button', { name: 'Publish' }).click()
    await carsten.getByText('Please give a title of at least three characters.').first().waitFor()
    expect(await carsten.getByLabel('Text', { exact: true }).inputValue()).toBe('We meet every Thursday.')
    await carsten.getByLabel('Title').fill(title)
    await carsten.getByRole('button', { name: 'Publish' }).click()
    await carsten.getByRole('heading', { name: title, level: 1 }).waitFor()
    await carsten.getByText('Published. Whoever may see it can now read it.').waitFor()

    const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script })
    await jonte.goto('/announcements')
    await jonte.getByRole('link', { name: title }).click()
    await jonte.getByText('We meet every Thursday.').waitFor()
    await carsten.getByText('Withdraw', { exact: true }).click()
    await carsten.getByRole('button', { name: 'Withdraw the announcement' }).click()
    await carsten.getByText('Withdrawn.').waitFor()
    await jonte.reload()
    await jonte.getByRole('heading', { name: 'Dies wurde zurückgezogen' }).waitFor()
    for (const page of [carsten, jonte]) await page.context().close()
    street.expectWell()
  },
)
