// A word is missing: Jonte proposes it from the page of the concept, the office accepts it, and everybody finds by it.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const fits = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
}

async function propose(jonte: Page, word: string): Promise<void> {
  await jonte.goto('/thesaurus')
  await jonte.getByLabel('Ein Wort nachschlagen').fill('sala de chuto')
  await jonte.getByRole('button', { name: 'Nachschlagen' }).click()
  await says(jonte, 'sala de chuto')
  await jonte.getByRole('link', { name: 'Drogenkonsumraum' }).click()
  await jonte.getByRole('heading', { name: 'Drogenkonsumraum', level: 1 }).waitFor()
  await jonte.getByText(/^In \d+ anderen Sprachen$/).click()
  await says(jonte, 'stanza del consumo')
  await fits(jonte)
  await jonte.getByRole('link', { name: 'Ein weiteres Wort vorschlagen' }).click()
  await jonte.getByLabel('Wort', { exact: true }).fill('Fixerstube')
  await jonte.getByRole('button', { name: 'Vorschlagen' }).click()
  await says(jonte, '„Drogenkonsumraum“ hat dieses Wort schon.')
  expect(await jonte.getByLabel('Wort', { exact: true }).inputValue()).toBe('Fixerstube')
  await jonte.getByLabel('Wort', { exact: true }).fill(word)
  await jonte.getByRole('button', { name: 'Vorschlagen' }).click()
  await says(jonte, 'Danke. Das Netzwerk kann Ihren Vorschlag lesen')
  await fits(jonte)
}

async function accept(irena: Page, word: string): Promise<void> {
  await irena.goto('/')
  await irena.locator('#waiting-proposals').waitFor()
  await irena.goto('/proposals')
  await irena.getByRole('link', { name: word }).click()
  await irena.getByRole('link', { name: 'Decide' }).click()
  await irena.getByRole('button', { name: 'Decline' }).click()
  await says(irena, 'Please give a reason.')
  await irena.getByRole('button', { name: 'Accept' }).click()
  await says(irena, 'Accepted. The thesaurus and the search know it from now on.')
  await says(irena, /^Accepted on .* · European Network/)
}

withAndWithoutScript(
  'A word is proposed in Kaiserslautern, accepted by the office, and found by a visitor',
  async (script) => {
    const word = script ? 'Konsumstübchen' : 'Konsumkämmerchen'
    const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script, width: 360 })
    await propose(jonte, word)
    const irena = await street.open({ lang: 'en', person: 'irena-halvorsdottir-blau', script })
    await accept(irena, word)
    await jonte.reload()
    await says(jonte, /^Angenommen am /)

    const visitor = await street.open({ lang: 'pl', script, theme: 'dark' })
    await visitor.goto(`/thesaurus?q=${word}`)
    await visitor.getByRole('link', { name: 'pokój konsumpcyjny' }).click()
    await visitor.getByText(/innych językach$/).click()
    await says(visitor, word)
    expect(await visitor.getByText('Zaproponuj').count()).toBe(0)
    for (const page of [jonte, irena, visitor]) await page.context().close()
    street.expectWell()
  },
)
