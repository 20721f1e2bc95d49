// A question from Porto waits on Ada's home page; she answers it, or is done with it in one click.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript(
  'Ada finds Beatriz’s questions on her home page, answers one and is done with another',
  async (script) => {
    const asked = [`Quem paga? ${script}`, `Quando começam? ${script}`]
    const beatriz = await street.town.as('beatriz-ribeirinha-douro')
    const ada = await street.open({ person: 'ada-lindmoser', lang: 'de', script, width: 360, theme: 'dark' })
    await ada.goto('/members/at-graz')
    const links = await ada
      .locator('a[href^="/practices/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    const [first, second] = [...new Set(links)].filter((href) => /^\/practices\/\d/.test(href ?? ''))
    for (const [index, path] of [first, second].entries())
      await beatriz.post(`/contributions/${/\d+/.exec(path ?? '')?.[0]}/replies`, {
        text: asked[index] ?? '',
        lang: 'pt',
      })

    const waiting = ada.locator('#waiting')
    await ada.goto('/')
    await waiting.getByText(asked[0] ?? '').waitFor()
    await waiting.locator('li').filter({ hasText: asked[0] }).getByRole('link').click()
    await ada.getByRole('textbox', { name: 'Ihre Frage oder Antwort' }).fill('Die Stadt.')
    await ada.getByRole('main').getByRole('button', { name: 'Senden' }).click()
    await ada.getByText('Ihre Antwort ist da.').waitFor()

    await ada.goto('/')
    expect(await waiting.getByText(asked[0] ?? '').count()).toBe(0)
    const other = waiting.locator('li').filter({ hasText: asked[1] })
    expect(await other.getByText(asked[1] ?? '').getAttribute('lang')).toBe('pt')
    await other.getByRole('button', { name: /^Erledigt/ }).click()
    await ada.getByText('Das ist für Sie erledigt.').waitFor()
    expect(await ada.getByText(asked[1] ?? '').count()).toBe(0)
    await ada.context().close()
    street.expectWell()
  },
)
