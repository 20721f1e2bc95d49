// Two practices chosen from the list, laid side by side, a third one added, the address sent to somebody else; and on paper.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const titles = (page: Page): Promise<string[]> => page.locator('.comparison-title').allTextContents()
const tick = (page: Page, index: number): Promise<void> =>
  page.locator('.item-card').nth(index).getByRole('checkbox').check()
const titleAt = async (page: Page, index: number): Promise<string> =>
  (await page.locator('.item-card .item-title').nth(index).textContent()) ?? ''

withAndWithoutScript(
  'Jonte compares what he chose, adds one, takes one out, and sends the address to Mareile of Stuttgart',
  async (script) => {
    const jonte = await street.open({ person: 'jonte-pfalzgrafer', script, width: 360 })
    await jonte.goto('/practices')
    const chosen = [await titleAt(jonte, 0), await titleAt(jonte, 2)]
    await tick(jonte, 0)
    await tick(jonte, 2)
    if (script) {
      await jonte.getByText('2 practices chosen').waitFor()
      await jonte.getByRole('link', { name: 'Next' }).click()
      await jonte.waitForURL(/page=2/)
      for (const title of chosen) expect(await jonte.getByRole('checkbox', { name: title }).isChecked()).toBe(true)
    }
    await jonte.getByRole('button', { name: 'Compare the chosen' }).click()
    await jonte.getByRole('heading', { name: 'Practices side by side', level: 1 }).waitFor()
    expect([...(await titles(jonte))].sort()).toEqual([...chosen].sort())
    await jonte
      .getByRole('link', { name: /^Add “/ })
      .first()
      .click()
    await jonte.waitForURL(/(?:practice=\d+.*){3}/)
    const three = await titles(jonte)
    expect(three).toHaveLength(3)
    await jonte.getByRole('link', { name: `Remove “${three[0]}” from the comparison` }).click()
    await jonte.waitForURL(/\?practice=\d+&practice=\d+$/)
    expect(await titles(jonte)).toEqual(three.slice(1))
    expect(await jonte.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    // Of the same forum: whatever he was offered reaches her too.
    const mareile = await street.open({ person: 'mareile-obstberg', lang: 'pt', script })
    await mareile.goto(jonte.url())
    expect(await titles(mareile)).toEqual(three.slice(1))
    await mareile.getByRole('rowheader', { name: 'Dimensão da cidade' }).waitFor()
    for (const one of [jonte, mareile]) await one.context().close()
    street.expectWell()
  },
)

withAndWithoutScript('From a practice Ada goes to one that is related, and both stand side by side', async (script) => {
  const ada = await street.open({ person: 'ada-lindmoser', script })
  await ada.goto('/practices')
  await ada.locator('.item-card .item-title a').first().click()
  const title = (await ada.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await ada
    .getByRole('link', { name: /^Compare with “/ })
    .first()
    .click()
  await ada.getByRole('heading', { name: 'Practices side by side', level: 1 }).waitFor()
  const both = await titles(ada)
  expect(both[0]).toBe(title)
  expect(both).toHaveLength(2)
  await ada.getByRole('rowheader', { name: 'Topics they share' }).waitFor()
  await ada.context().close()
  street.expectWell()
})
