// Ada asks cities, Rachid answers, Beatriz sees his answer with her own, and Ada says what came of it: with script and without.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada asks many cities, Rachid and Beatriz answer, and each sees the other’s answer only with their own',
  async (script) => {
    const title = script ? 'Wer hat Quarkpoller?' : 'Wer hat Rumpelpoller?'
    const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script, width: 360 })
    await ada.goto('/polls')
    await ada.getByRole('link', { name: 'Umfrage beginnen' }).click()
    await ada.getByLabel('Was möchten Sie von den Städten wissen?').fill(title)
    await ada.getByRole('button', { name: 'Weiter' }).click()
    await ada.getByRole('button', { name: 'Städte fragen' }).click()
    await ada.getByText('Bitte stellen Sie mindestens eine Frage.').first().waitFor()
    await ada.locator('[name=words-1]').fill('Haben Sie welche?')
    expect(await ada.locator('[name=choices-1]').isVisible()).toBe(false)
    await ada.getByRole('button', { name: 'Frage hinzufügen' }).click()
    await ada.locator('[name=words-2]').fill('Wie viele?')
    expect(await ada.locator('[name=words-1]').inputValue()).toBe('Haben Sie welche?')
    await ada.locator('[name=kind-2]').selectOption('number')
    await ada.locator('[name=unit-2]').fill('Stück')
    await ada.locator('[name=required-2]').uncheck()
    await ada.getByRole('button', { name: 'Städte fragen' }).click()
    await ada.getByRole('heading', { level: 1, name: title }).waitFor()
    const path = new URL(ada.url()).pathname

    const rachid = await street.open({ lang: 'nl', person: 'rachid-maasdonk', script })
    await rachid.goto('/')
    await rachid.locator('#polls-waiting').getByRole('link', { name: title }).click()
    await rachid.getByLabel('Ja', { exact: true }).check()
    await rachid.locator('[name=item-2]').fill('1.250')
    await rachid.getByRole('button', { name: 'Namens uw stad antwoorden' }).click()
    await rachid.getByText('Uw stad heeft geantwoord.').waitFor()
    await rachid.getByRole('rowheader', { name: /^Rotterdam/ }).waitFor()

    const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script, theme: 'dark' })
    await beatriz.goto(path)
    expect(await beatriz.getByText('1.250').count()).toBe(0)
    await beatriz.getByText(/Responderam 1 de \d+ cidades$/).waitFor()
    await beatriz.getByRole('button', { name: 'Responder pela sua cidade' }).click()
    await beatriz.getByText('Escolha sim ou não.').first().waitFor()
    await beatriz.getByLabel('Não', { exact: true }).check()
    await beatriz.getByRole('button', { name: 'Responder pela sua cidade' }).click()
    await beatriz.getByRole('rowheader', { name: /^(?:Roterdão|Rotterdam)/ }).waitFor()
    await beatriz.getByText('1250').first().waitFor()

    await ada.reload()
    await ada.getByText('Beenden und sagen, was dabei herauskam').click()
    await writeText(ada, 'outcome', 'Zwei Städte, eine hat welche.', script)
    await ada.getByRole('button', { name: 'Umfrage beenden' }).click()
    await ada.getByText('Zwei Städte, eine hat welche.').first().waitFor()
    await beatriz.goto(path)
    await beatriz.getByText('Zwei Städte, eine hat welche.').waitFor()
    expect(await beatriz.getByText('Alterar a resposta').count()).toBe(0)
    for (const page of [ada, rachid, beatriz]) await page.context().close()
    street.expectWell()
  },
)
