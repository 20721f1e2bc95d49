// A coordinator enters an institution; who is asked agrees by the link of the mail; a colleague of another city finds both.
import { beforeAll } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada enters an institute, its expert agrees by the link of a mail, and Beatriz finds both',
  async (script) => {
    const institute = script ? 'Institut Morgenröte' : 'Institut Abendstern'
    const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script, width: script ? 1440 : 360 })
    await ada.goto('/experts/new')
    await ada.getByLabel('Name der Fachstelle').fill(institute)
    await ada.getByRole('button', { name: 'Eintragen' }).click()
    await ada.getByText('Bitte wählen Sie ein Land.').first().waitFor()
    await ada.getByLabel('Land', { exact: true }).selectOption('AT')
    await ada.getByLabel('Womit kann sie Städten helfen?').fill('Zählt Menschen auf Plätzen, ohne jemanden zu filmen.')
    await ada.locator('input[name="concepts[]"]').first().check()
    await ada.getByLabel('Vor- und Nachname').fill('Walpurga Quittenbaum')
    await ada.getByLabel('E-Mail-Adresse').fill(`${script ? 'with' : 'without'}@quittenbaum.example`)
    await ada.getByLabel('Ich kenne die Arbeit').check()
    await ada.getByRole('button', { name: 'Eintragen' }).click()
    await ada.getByText('die Person wird per E-Mail gefragt').waitFor()
    await ada.getByText('Noch nicht zugestimmt').waitFor()

    await street.work()
    const link = /https?:\/\/[^/\s]+(\/experts\/consent\S+)/.exec(street.town.mails.at(-1)?.text ?? '')?.[1] ?? ''
    const expert = await street.open({ lang: 'de', script })
    await expert.goto(link)
    await expert.getByRole('button', { name: 'Ja, nennen Sie mich' }).click()
    await expert.getByRole('heading', { name: 'Danke, Sie sind genannt' }).waitFor()

    const beatriz = await street.open({ lang: 'en', person: 'beatriz-ribeirinha-douro', script })
    await beatriz.goto('/experts')
    await beatriz.getByRole('link', { name: institute }).click()
    await beatriz.getByText('Walpurga Quittenbaum').waitFor()
    for (const page of [ada, expert, beatriz]) await page.context().close()
    street.expectWell()
  },
)
