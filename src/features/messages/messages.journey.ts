// Beatriz writes to Ada from her page, forgets the subject first; Ada answers, then takes no more from her: with script and without.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Beatriz writes to Ada, who answers and then takes no more messages from her until she changes her mind',
  async (script) => {
    const title = script ? 'Um assunto só para si' : 'Outro assunto só para si'
    const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script, width: 360 })
    await beatriz.goto('/people/ada-lindmoser')
    await beatriz.getByRole('link', { name: 'Escrever uma mensagem' }).click()
    await beatriz.getByRole('heading', { level: 1, name: 'Mensagem para Ada Lindmoser' }).waitFor()
    await writeText(beatriz, 'text', 'Os candeeiros falham.', script)
    await beatriz.getByRole('button', { name: 'Enviar a mensagem' }).click()
    await beatriz.getByText('Diga em pelo menos três caracteres de que se trata.').first().waitFor()
    expect(await beatriz.locator('textarea[name=text]').inputValue()).toContain('Os candeeiros falham.')
    await beatriz.getByLabel('De que se trata?').fill(title)
    await beatriz.getByRole('button', { name: 'Enviar a mensagem' }).click()
    await beatriz.getByText('Enviada.').waitFor()
    const path = new URL(beatriz.url()).pathname

    const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script, theme: 'dark' })
    await ada.goto('/')
    await ada.locator('#messages-waiting').getByRole('link', { name: title }).click()
    await ada.getByText('Os candeeiros falham.').waitFor()
    await writeText(ada, 'text', 'Danke, wir sehen nach.', script)
    await ada.getByRole('button', { name: 'Senden' }).click()
    await ada.getByText('Danke, wir sehen nach.').first().waitFor()
    await ada.goto('/messages')
    expect(
      await ada.getByRole('listitem').filter({ hasText: title }).getByText('Wartet auf Ihre Antwort').count(),
    ).toBe(0)
    await ada.getByRole('link', { name: title }).click()
    await ada.getByText('Keine Nachrichten mehr', { exact: true }).click()
    await ada.getByRole('button', { name: 'Von Beatriz Ribeirinha Douro keine Nachrichten annehmen' }).click()
    await ada.getByText('Von diesen Personen nehmen Sie keine Nachrichten an:').waitFor()

    await beatriz.goto(path)
    await beatriz.getByText('Aqui já não se pode entregar mais nada.').waitFor()
    expect(await beatriz.locator('textarea[name=text]').count()).toBe(0)
    await ada.getByRole('button', { name: 'Nachrichten von Beatriz Ribeirinha Douro wieder annehmen' }).click()
    await ada.getByText('Sie nehmen wieder Nachrichten an.').waitFor()
    await beatriz.reload()
    await writeText(beatriz, 'text', 'Obrigada.', script)
    for (const page of [ada, beatriz]) await page.context().close()
    street.expectWell()
  },
)
