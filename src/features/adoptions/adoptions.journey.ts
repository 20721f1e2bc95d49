// Ada of Graz takes over what Porto does, from plan to "tried and stopped"; Porto sees it, on the map, in the tree and as a table.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { idIn, publishPractice } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const statusOf = async (page: Page, path: string): Promise<number> => (await page.goto(path))?.status() ?? 0

async function takeOver(ada: Page, title: string): Promise<string> {
  await ada.getByRole('link', { name: 'We do it too' }).click()
  expect(await ada.getByLabel('Why did you stop?').isVisible()).toBe(false)
  await ada.getByLabel('What do you call it?').fill(title)
  await ada.getByRole('button', { name: 'Share' }).click()
  await says(ada, 'Please choose how far you are.')
  expect(await ada.getByLabel('What do you call it?').inputValue()).toBe(title)
  await ada.getByLabel('Planned').check()
  await ada.getByLabel('What did you adapt?').fill('Nur freitags.')
  await ada.getByText('Say more:').click()
  await ada.getByLabel('Beginning (year)').fill('2026')
  await ada.getByLabel('Language of the text').selectOption('de')
  await ada.getByLabel('Who may see it?').selectOption('2')
  await ada.getByRole('button', { name: 'Share' }).click()
  await says(ada, 'Thank you. Whoever may see it can now read it.')
  await says(ada, 'Takes up what Porto does:')
  return new URL(ada.url()).pathname
}

async function goOn(ada: Page): Promise<void> {
  await ada.getByRole('link', { name: 'Edit' }).click()
  await ada.getByLabel('Running').check()
  await ada.getByRole('button', { name: 'Save' }).click()
  await says(ada, 'Saved.')
  await ada.getByRole('link', { name: 'Edit' }).click()
  await ada.getByLabel('Tried and stopped').check()
  await ada.getByRole('button', { name: 'Save' }).click()
  await says(ada, 'Please say in a sentence why you stopped.')
  await ada.getByLabel('Why did you stop?').fill('Im Winter kam niemand.')
  await ada.getByRole('button', { name: 'Save' }).click()
  await says(ada, 'Tried and stopped, because')
}

withAndWithoutScript('Graz takes over what Porto does, and Porto sees the way from city to city', async (script) => {
  const beatriz = await street.town.as('beatriz-ribeirinha-douro')
  const practice = await publishPractice(beatriz, { title: script ? 'Night walks' : 'Evening walks' })
  const title = script ? 'Abendgang an der Mur' : 'Nachtgang an der Mur'
  const ada = await street.open({ person: 'ada-lindmoser', script })
  await ada.goto(`/practices/${practice}`)
  const adoption = await takeOver(ada, title)
  await goOn(ada)
  await ada.goto(`/practices/${practice}`)
  expect(await ada.getByRole('link', { name: 'We do it too' }).count()).toBe(0)
  await ada.getByRole('link', { name: 'Our entry on this' }).waitFor()

  const porto = await street.open({
    person: 'beatriz-ribeirinha-douro',
    lang: 'pt',
    script,
    width: 360,
    theme: 'dark',
  })
  await porto.goto(`/practices/${practice}`)
  await says(porto, 'Uma cidade também o faz')
  await says(porto, 'Im Winter kam niemand.')
  await porto.getByRole('link', { name: 'O percurso de cidade em cidade' }).click()
  await says(porto, /adotado por uma cidade/)
  expect(await porto.locator('.lineage-map .lineage-line').count()).toBe(1)
  expect(await porto.getByRole('table').getByRole('rowheader').allTextContents()).toEqual(['Graz'])
  const over = await porto.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
  await porto.getByRole('link', { name: /^Graz\s*Experimentado e interrompido · Áustria/ }).click()
  expect(new URL(porto.url()).pathname).toBe(adoption)

  const visitor = await street.open({ script })
  expect(await statusOf(visitor, adoption)).toBe(404)
  await visitor.goto(`/practices/${practice}`)
  expect(await visitor.getByText('Graz').count()).toBe(0)
  await visitor.goto(`/practices/${practice}/lineage`)
  await says(visitor, 'No city has taken this up yet.')
  expect(await statusOf(visitor, `/adoptions/${idIn(adoption)}`)).toBe(404)
  for (const page of [ada, porto, visitor]) await page.context().close()
  street.expectWell()
})
