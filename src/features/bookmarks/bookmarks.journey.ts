// Keeping in a browser: one click, then folders; shared with a colleague, renamed, emptied, deleted.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { emptyShelves } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  await emptyShelves(street.town)
  await fill(
    street.town,
    `insert into person (slug, name, email, role, organisation_id, lang)
    select 'karla', 'Karla Grazer', 'karla@stage.example', 'colleague', organisation_id, 'de' from person where slug = 'ada-lindmoser'`,
  )
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

async function openPractice(page: Page, number: number): Promise<string> {
  await page.goto('/practices')
  await page.locator('.item-title a').nth(number).click()
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
}

async function remove(page: Page, sentence: string): Promise<void> {
  await page.getByText('Delete folder', { exact: true }).click()
  await says(page, sentence)
  await press(page, 'Yes, delete folder')
  await says(page, 'The folder is deleted.')
}

withAndWithoutScript(
  'Ada keeps two practices, shares a folder with Karla of her city, who adds a third; Porto never finds it',
  async (script) => {
    const name = 'Licht im Park'
    const ada = await street.open({ person: 'ada-lindmoser', script })
    const karla = await street.open({ person: 'karla', lang: 'de', script, width: 360, theme: 'dark' })
    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'pt', script })

    const first = await openPractice(ada, 0)
    await press(ada, 'Keep')
    await says(ada, 'Kept.')
    expect(await ada.getByRole('heading', { level: 1 }).textContent()).toBe(first)
    await press(ada, 'Kept')
    const keeping = ada.getByRole('dialog')
    await keeping.getByRole('link', { name: 'Kept' }).waitFor()
    await keeping.getByLabel('Or into a new folder named').fill(name)
    await keeping.getByLabel('Note').fill('For the council in May')
    await keeping.getByRole('button', { name: 'Keep', exact: true }).click()
    await says(ada, 'Kept.')

    await ada.locator('.top-bar').getByText('Ada Lindmoser').first().click()
    await ada.getByRole('link', { name: 'Kept', exact: true }).first().click()
    await ada.getByRole('link', { name }).click()
    await says(ada, 'For the council in May')
    const folder = new URL(ada.url()).pathname
    expect((await karla.goto(folder))?.status()).toBe(404)

    await ada.getByLabel('Who may open this folder?').selectOption({ label: 'Graz (TLP:AMBER+STRICT)' })
    await press(ada, 'Save')
    await says(ada, 'The folder is shared.')
    await karla.goto('/bookmarks')
    await karla.getByRole('link', { name }).click()
    await says(karla, 'For the council in May')
    expect(await karla.getByRole('button', { name: /Herausnehmen/ }).count()).toBe(0)
    expect((await beatriz.goto(folder))?.status()).toBe(404)

    const second = await openPractice(karla, 1)
    await press(karla, 'Merken')
    await karla
      .getByRole('dialog')
      .getByLabel('Mappe', { exact: true })
      .selectOption({ label: `${name} (TLP:AMBER+STRICT)` })
    await karla.getByRole('dialog').getByRole('button', { name: 'Merken', exact: true }).click()
    await says(karla, 'Gemerkt.')

    await ada.goto(folder)
    await says(ada, '2 contributions')
    await ada.getByRole('button', { name: `Take out: “${second}”` }).click()
    await says(ada, 'One contribution')

    await ada.getByLabel('Name of the folder').fill('  ')
    await press(ada, 'Save name')
    await ada.getByRole('link', { name: 'Please give the folder a name.' }).click()
    expect(await ada.locator(':focus').getAttribute('name')).toBe('name')
    await ada.getByLabel('Name of the folder').fill(`${name} 2027`)
    await press(ada, 'Save name')
    await ada.getByRole('heading', { name: `${name} 2027`, level: 1 }).waitFor()

    await remove(ada, 'The folder is deleted for everybody with whom it is shared')
    expect((await karla.goto(folder))?.status()).toBe(404)
    await ada.getByRole('link', { name: 'Kept', exact: true }).last().click()
    await remove(ada, 'The folder is deleted with its list.')
    await says(ada, 'You have kept nothing yet')
    for (const one of [ada, karla, beatriz]) await one.context().close()
    street.expectWell()
  },
)
