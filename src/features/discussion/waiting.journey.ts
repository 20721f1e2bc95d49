// A question from Porto waits on Ada's home page; she answers it, or is done with it in one click.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada finds Beatriz’s questions on her home page, is done with one and answers another',
  async (script) => {
    const beatriz = await street.town.as('beatriz-ribeirinha-douro')
    const ada = await street.open({ person: 'ada-lindmoser', lang: 'de', script, width: 360, theme: 'dark' })
    await ada.goto('/members/at-graz')
    const path = await ada.getByRole('link', { name: 'Ein Tisch für alle im Innenhof' }).first().getAttribute('href')
    const ask = (text: string) =>
      beatriz.post(`/contributions/${/\d+/.exec(path ?? '')?.[0]}/replies`, { text, lang: 'pt' })
    const question = (text: string) => ada.locator('#waiting li').filter({ hasText: text })

    await ask(`Quem paga? ${script}`)
    await ada.goto('/')
    const first = question(`Quem paga? ${script}`)
    expect(await first.getByText('Quem paga?').getAttribute('lang')).toBe('pt')
    await first.getByRole('button', { name: /^Erledigt/ }).click()
    await ada.getByText('Das ist für Sie erledigt.').waitFor()
    expect(await first.count()).toBe(0)

    await ask(`Quando começam? ${script}`)
    await ada.goto('/')
    expect(await first.count()).toBe(0)
    await question(`Quando começam? ${script}`).getByRole('link').click()
    await ada.waitForURL(/#reply-/)
    await writeText(ada, 'text', 'Im April.', script)
    await ada.getByRole('main').getByRole('button', { name: 'Senden' }).click()
    await ada.getByText('Ihre Antwort ist da.').waitFor()
    await ada.goto('/')
    expect(await question('Quando começam?').count()).toBe(0)
    await ada.context().close()
    street.expectWell()
  },
)
