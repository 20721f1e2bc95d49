// Asking in one's own language and being answered from all: reasons, suggestions, narrowing, slips, and what stays hidden.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const box = (page: Page) => page.locator('#q')
const ask = async (page: Page, words: string): Promise<void> => {
  await box(page).fill(words)
  await box(page).press('Enter')
  await page.locator('#results').waitFor()
}
/** The answers in this language of the text, as a reader of this page sees it named. */
const inLanguage = (page: Page, lang: string) => page.locator(`#results .item-card:has([lang="${lang}"])`)

withAndWithoutScript('A German officer finds what Lyon, Amsterdam and Lisbon wrote, and reads why', async (script) => {
  const page = await street.open({ lang: 'de', script })
  await page.goto('/')
  await ask(page, 'Nachtbürgermeister')
  await page.getByText(/^\d+ Ergebnisse in \d+ Sprachen$/).waitFor()
  for (const [lang, title] of [
    ['fr', 'Médiateurs de nuit'],
    ['nl', 'Pilot Rembrandtplein'],
  ] as const) {
    const card = inLanguage(page, lang).filter({ hasText: title })
    expect(await card.textContent()).toContain('Thema: Nachtbürgermeister')
  }
  await ask(page, 'Senioren, die allein leben')
  const radar = inLanguage(page, 'pt').filter({ hasText: 'Projeto RADAR' })
  expect(await radar.textContent()).toMatch(/Portugiesisch.*Thema: Senior/s)

  const countries = page.getByRole('group', { name: 'Land' })
  // Only the countries with the most answers stand open.
  await countries.getByText(/^\d+ weitere$/).click()
  await countries.getByLabel('Portugal').check()
  if (!script) await page.getByRole('button', { name: 'Anwenden' }).click()
  await page.getByRole('link', { name: 'Nicht mehr auf Portugal eingrenzen' }).waitFor()
  expect(await page.locator('#results .item-card').count()).toBe(await inLanguage(page, 'pt').count())
  await radar.getByRole('link').first().click()
  await page.getByRole('heading', { name: /Projeto RADAR/, level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Nicht mehr auf Portugal eingrenzen' }).click()
  await page.getByText(/^\d+ Ergebnisse in \d+ Sprachen$/).waitFor()
  await page.context().close()
  street.expectWell()
})

withAndWithoutScript(
  'A slip is answered with the word that was meant; what nobody wrote about leads on',
  async (script) => {
    const page = await street.open({ lang: 'pl', script, width: 360, theme: 'dark' })
    await page.goto('/')
    await ask(page, 'sąsiedzka mediacjja')
    await page.locator('#results').getByRole('link', { name: 'sąsiedzka mediacja', exact: true }).click()
    expect(new URL(page.url()).searchParams.get('q')).toContain('mediacja')
    await ask(page, 'qqqqzzzz')
    await page.getByText('Nic na ten temat nie znaleźliśmy').waitFor()
    await page.getByRole('link', { name: 'Przestrzeń publiczna' }).click()
    expect(await page.locator('#results .item-card').count()).toBeGreaterThan(5)
    await page.context().close()
    street.expectWell()
  },
)

withAndWithoutScript('What Rotterdam keeps to itself is found by Rachid and by nobody else', async (script) => {
  for (const [person, lang, found] of [
    ['rachid-maasdonk', 'nl', 1],
    ['ada-lindmoser', 'pt', 0],
    [undefined, 'pt', 0],
  ] as const) {
    const page = await street.open({ lang, script, ...(person === undefined ? {} : { person }) })
    await page.goto('/search?q=Cijfers+uitleggen+in+drie+zinnen')
    expect(await page.getByRole('link', { name: /Cijfers uitleggen in drie zinnen/ }).count()).toBe(found)
    if (found === 1) await page.getByText('TLP:AMBER+STRICT').first().waitFor()
    await page.context().close()
  }
  street.expectWell()
})

test('Suggestions are walked through with the keyboard alone', async () => {
  const page = await street.open({ lang: 'de' })
  await page.goto('/members')
  await page.keyboard.press('/')
  await page.keyboard.type('Nachtb')
  const list = page.getByRole('listbox', { name: 'Vorschläge' })
  await list.getByRole('option', { name: 'Nachtbürgermeister' }).waitFor()
  expect(await box(page).getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  expect(await box(page).inputValue()).toBe('Nachtb')
  await page.keyboard.type('ürg')
  await list.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  const chosen = list.getByRole('option', { selected: true })
  expect(await chosen.textContent()).toContain('Nachtbürgermeister')
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '„Nachtbürgermeister“', level: 1 }).waitFor()
  await page.context().close()
  street.expectWell()
})
