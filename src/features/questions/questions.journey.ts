// A search that finds nothing becomes a question, is answered in another language, and is marked as answered: as three people, with script and without.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const question = (script: boolean): string => `Wer kennt ${script ? 'Wuzzelplex' : 'Quaxbrimbor'} am Schulweg?`

async function search(page: Page, words: string): Promise<void> {
  await page.goto('/')
  await page.locator('#q').fill(words)
  await page.locator('#q').press('Enter')
  await page.locator('#results').waitFor()
}

withAndWithoutScript(
  'Ada asks what no search finds, Rachid answers in Dutch, and Beatriz reads what helped',
  async (script) => {
    const title = question(script)
    const words = script ? 'Wuzzelplex' : 'Quaxbrimbor'
    const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script, width: 360 })
    await search(ada, words)
    await ada.getByRole('link', { name: 'Kolleginnen und Kollegen in anderen Städten fragen' }).click()
    await ada.getByRole('heading', { level: 1, name: 'Kolleginnen und Kollegen in anderen Städten fragen' }).waitFor()
    expect(await ada.locator('textarea[name=text]').inputValue()).toBe(words)

    await writeText(ada, 'text', title, script)
    await ada.getByRole('button', { name: 'Mit dem geänderten Text noch einmal nachsehen' }).click()
    await ada.getByRole('heading', { name: 'Vielleicht steht die Antwort schon hier' }).waitFor()
    expect(await ada.getByRole('textbox', { name: 'Titel', exact: true }).inputValue()).toBe(title)
    await ada.getByText(/^Sprache: Deutsch\. Themen: /).waitFor()

    await ada.getByRole('textbox', { name: 'Titel', exact: true }).fill('x')
    await ada.getByRole('button', { name: 'Frage stellen' }).click()
    await ada.getByText('Bitte geben Sie einen Titel mit mindestens drei Zeichen ein.').first().waitFor()
    expect(await ada.locator('textarea[name=text]').inputValue()).toContain(words)
    await ada.getByRole('textbox', { name: 'Titel', exact: true }).fill(title)
    await ada.getByRole('button', { name: 'Frage stellen' }).click()
    await ada.getByRole('heading', { level: 1, name: title }).waitFor()
    await ada.getByText('Die Frage ist gestellt.').waitFor()

    const rachid = await street.open({ lang: 'nl', person: 'rachid-maasdonk', script })
    await rachid.goto('/questions?state=open&country=AT')
    await rachid.getByRole('link', { name: title }).click()
    await writeText(rachid, 'text', 'Bij ons heten ze draaihekken.', script)
    await rachid.getByRole('button', { name: 'Versturen' }).click()
    await rachid.getByText('Bij ons heten ze draaihekken.').first().waitFor()
    expect(await rachid.getByRole('button', { name: 'Dit hielp' }).count()).toBe(0)

    await ada.reload()
    await ada.getByRole('button', { name: 'Das hat geholfen' }).click()
    await ada.getByText('Beantwortet: Diese Antwort hat geholfen').waitFor()

    const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script, theme: 'dark' })
    await beatriz.goto(new URL(ada.url()).pathname)
    await beatriz.getByText('Respondida: esta resposta ajudou').waitFor()
    await beatriz.getByRole('link', { name: 'Ir para a resposta' }).click()
    await beatriz.locator('.reply:target').getByText('Bij ons heten ze draaihekken.').waitFor()
    for (const page of [ada, rachid, beatriz]) await page.context().close()
    street.expectWell()
  },
)
