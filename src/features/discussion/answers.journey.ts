// Three people of three countries at one question at once: quoting, calling, a closed browser, reading along.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const replyWith = (page: Page, words: string) => page.locator('article.reply', { hasText: words }).first()

async function ask(title: string): Promise<string> {
  const ada = await street.town.as('ada-lindmoser', 'de')
  const fields = { text: title, title, lang: 'de', 'concepts[]': ['youth'], audience: '2', before: 'yes' }
  return (await ada.post('/questions', fields)).headers.get('location') ?? ''
}
/** How far the page is scrolled. */
const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY))

withAndWithoutScript(
  'Graz asks; Porto and Lyon answer, quote and call; what was typed survives a closed page',
  async (script) => {
    const title = script ? 'Wer geht nachts mit Jugendlichen?' : 'Wer geht am Abend mit Jugendlichen?'
    const ada = await street.open({ person: 'ada-lindmoser', lang: 'de', script })
    const address = await ask(title)

    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'pt', script, width: 360 })
    await beatriz.goto(address)
    await writeText(beatriz, 'text', 'Dois mediadores, às sextas-feiras.', script)
    await beatriz.getByRole('button', { name: 'Enviar', exact: true }).click()
    await says(beatriz, 'A sua resposta foi publicada.')

    const assia = await street.open({ person: 'assia-verdonnel', lang: 'fr', script, theme: 'dark' })
    await assia.goto(address)
    await replyWith(assia, 'Dois mediadores').getByRole('link', { name: 'Citer' }).click()
    await assia.locator('[data-quoting]').getByText('Dois mediadores').waitFor()
    await writeText(assia, 'text', 'Chez nous aussi, @Beatriz Ribeirinha Douro.', script)
    if (script) {
      await says(assia, 'Votre texte est conservé, mais pas encore envoyé.')
      await assia.goto(address)
      await says(assia, /Non envoyé, conservé le/)
      await assia.locator('[data-quoting]').getByText('Dois mediadores').waitFor()
    }
    await assia.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await says(assia, 'Votre réponse est publiée.')
    const hers = replyWith(assia, 'Chez nous aussi')
    await hers.locator('figure.quote').getByText('Dois mediadores').waitFor()
    expect(await hers.getByRole('link', { name: '@Beatriz Ribeirinha Douro' }).getAttribute('href')).toContain(
      '/people/',
    )

    await hers.getByRole('link', { name: 'Modifier' }).click()
    await writeText(assia, 'text', 'Chez nous aussi, depuis deux ans.', script)
    await assia.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await says(assia, 'Votre réponse est modifiée.')
    await replyWith(assia, 'depuis deux ans').getByRole('link', { name: 'modifiée' }).click()
    await says(assia, '@Beatriz Ribeirinha Douro')

    await ada.goto(address)
    await ada.getByRole('link', { name: 'Antworten zusammenfassen' }).click()
    await writeText(ada, 'text', 'Zwei Personen, freitags.', script)
    await ada.getByRole('button', { name: 'Speichern', exact: true }).click()
    await says(ada, 'Was dabei herauskam')
    await ada.getByRole('button', { name: 'Praxisbeispiel daraus machen' }).click()
    await says(ada, /Der Entwurf ist da/)
    for (const one of [ada, beatriz, assia]) await one.context().close()
    street.expectWell()
  },
)

test('Beatriz reads along: a new answer, a changed one, one taken back; nothing moves under her eyes', async () => {
  const address = await ask('Wer hat ein Spätlokal geschlossen?')
  const id = /\d+/.exec(address)?.[0] ?? ''
  const ada = await street.town.as('ada-lindmoser', 'de')
  const say = async (text: string): Promise<string> => {
    const given = await ada.post(`/contributions/${id}/replies`, { text, lang: 'de' })
    return /#reply-(\d+)/.exec(given.headers.get('location') ?? '')?.[1] ?? ''
  }
  const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', width: 360 })
  await beatriz.goto(address)
  const first = await say('Das erste Wort. '.repeat(400))
  await replyWith(beatriz, 'Das erste Wort.').waitFor()
  await beatriz.evaluate(() => scrollTo(0, 0))
  const before = await scrolled(beatriz)
  await say('Das zweite Wort.')
  await beatriz.getByRole('status').getByText('New replies: 1').waitFor()
  await say('Das dritte Wort.')
  await beatriz.getByRole('status').getByText('New replies: 2').waitFor()
  expect(await scrolled(beatriz)).toBe(before)
  await beatriz.getByRole('link', { name: 'New replies: 2' }).click()
  await beatriz.locator('.reply:target').getByText('Das zweite Wort.').waitFor()

  const place = await replyWith(beatriz, 'Das dritte Wort.').evaluate((one) => one.getBoundingClientRect().top)
  await ada.post(`/replies/${first}`, { text: 'Kurz gesagt: ja.', lang: 'de', revision: '1' })
  await replyWith(beatriz, 'Kurz gesagt: ja.').waitFor({ state: 'attached' })
  const moved = await replyWith(beatriz, 'Das dritte Wort.').evaluate((one) => one.getBoundingClientRect().top)
  expect(Math.abs(moved - place)).toBeLessThan(3)
  await ada.post(`/replies/${first}/withdrawal`)
  await beatriz.locator(`#reply-${first}`).getByText('taken back').waitFor({ state: 'attached' })
  await beatriz.context().close()
  street.expectWell()
}, 120_000)

test('an @ and two letters propose whom the question reaches; Enter puts the name in, marked words are quoted', async () => {
  const address = await ask('Wen rufen wir an?')
  const ada = await street.open({ person: 'ada-lindmoser', lang: 'de' })
  await ada.goto(address)
  await writeText(ada, 'text', 'Guten Tag.')
  await ada.getByRole('button', { name: 'Senden', exact: true }).click()
  await says(ada, 'Ihre Antwort ist da.')
  const field = ada.locator('[data-rich-text] [role=textbox]')
  await ada.locator('[data-rich-text]').scrollIntoViewIfNeeded()
  await field.click()
  await ada.keyboard.type('Bitte @Assi')
  await ada.getByRole('option', { name: /Assia Verdonnel/ }).waitFor()
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('fragen.')
  await expect.poll(() => ada.locator('textarea[name=text]').inputValue()).toBe('Bitte @Assia Verdonnel fragen.')
  await ada.locator('.reply [data-words] p').first().selectText()
  await replyWith(ada, 'Guten Tag.').getByRole('link', { name: 'Zitieren' }).click()
  expect(await ada.locator('input[name=part]').inputValue()).toBe('Guten Tag.')
  expect(await ada.locator('[data-quoted-by]').textContent()).toBe('Ada Lindmoser, Graz')
  await ada.getByRole('button', { name: 'Nicht zitieren' }).click()
  expect(await ada.locator('input[name=quote]').inputValue()).toBe('')
  await ada.getByRole('button', { name: 'Senden', exact: true }).click()
  await says(ada, '@Assia Verdonnel')
  await ada.context().close()
  street.expectWell()
}, 120_000)

test('refused at first, a page comes back to reading along; from a quote on page two it takes nothing of page one', async () => {
  const address = await ask('Wer hat mehr als fünfzig Antworten?')
  const id = /\d+/.exec(address)?.[0] ?? ''
  const ada = await street.town.as('ada-lindmoser', 'de')
  const say = async (text: string): Promise<string> => {
    const given = await ada.post(`/contributions/${id}/replies`, { text, lang: 'de' })
    return /#reply-(\d+)/.exec(given.headers.get('location') ?? '')?.[1] ?? ''
  }
  let last = ''
  for (let number = 1; number <= 52; number += 1) last = await say(`Antwort ${number}.`)
  const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro' })
  let tries = 0
  await beatriz.route('**/live?*', (route) => {
    tries += 1
    // By which a browser is told not to come back, and of which its console says nothing.
    return tries === 1 ? route.fulfill({ status: 204 }) : route.continue()
  })
  await beatriz.goto(`${address}?quote=${last}`)
  await says(beatriz, 'Antwort 52.')
  expect(await beatriz.locator('article.reply').count()).toBe(2)
  await expect.poll(() => tries, { timeout: 30_000 }).toBe(2)
  await say('Antwort 53.')
  await replyWith(beatriz, 'Antwort 53.').waitFor()
  expect(await beatriz.locator('article.reply').count()).toBe(3)
  await beatriz.context().close()
  street.expectWell()
}, 120_000)
