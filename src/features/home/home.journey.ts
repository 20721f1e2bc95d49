// The front door: what a visitor finds before the first click, and what waits for somebody who comes in to work.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const numberIn = async (page: Page, selector: string): Promise<number> =>
  Number.parseInt(((await page.locator(selector).first().textContent()) ?? '').trim(), 10)

withAndWithoutScript(
  'A visitor sees figures that are true, a map with its table, and searches at once',
  async (script) => {
    const page = await street.open({ script, width: 360, motion: true })
    await page.goto('/')
    const figures = await page.locator('.hero-figures a').all()
    expect(figures.length).toBeGreaterThan(1)
    const promised = await Promise.all(
      figures.map(async (figure) => ({
        href: (await figure.getAttribute('href')) ?? '',
        value: (await figure.textContent()) ?? '',
      })),
    )
    for (const { href, value } of promised.filter(({ href: to }) => to === '/practices')) {
      await page.goto(href)
      expect(value).toContain(String(await numberIn(page, '.result-line')))
    }
    await page.goto('/')
    expect(await page.locator('main svg').count()).toBeGreaterThan(0)
    expect(await page.locator('main table').count()).toBe(1)
    expect(await page.getByText(/Ada Lindmoser|Beatriz/).count()).toBe(0)
    await page.getByRole('link', { name: 'light in the park' }).click()
    await page.locator('#results .item-card').first().waitFor()
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('light in the park')
    await page.context().close()
    street.expectWell()
  },
)

withAndWithoutScript(
  'What Ada shares with the network is new for Porto, with the reason, and not for visitors',
  async (script) => {
    const title = script ? 'Licht am Schulweg' : 'Licht an der Haltestelle'
    const ada = await street.town.as('ada-lindmoser')
    const told = { summary: 'Ein Rundgang.', lang: 'de', problem: 'p', response: 'r', results: 's', evidence: '0' }
    const made = await ada.post('/practices', {
      ...told,
      title,
      'concepts[]': ['public-space', 'nightlife'],
      audience: '2',
    })
    const id = /\d+/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
    await ada.post(`/practices/${id}/publication`)

    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', script, theme: 'dark' })
    await beatriz.goto('/')
    await beatriz.getByRole('heading', { name: 'New for Porto', level: 1 }).waitFor()
    const card = beatriz.locator('.item-card').filter({ hasText: title })
    expect(await card.textContent()).toContain('TLP:GREEN')
    await card.getByRole('link', { name: title }).click()
    await beatriz.getByRole('heading', { name: title, level: 1 }).waitFor()

    const visitor = await street.open({ script })
    await visitor.goto('/')
    expect(await visitor.getByText(title).count()).toBe(0)
    for (const one of [beatriz, visitor]) await one.context().close()
    street.expectWell()
  },
)

withAndWithoutScript('Who has not shared anything yet is told how to begin', async (script) => {
  const page = await street.open({ person: 'elodie-marchevaux', lang: 'fr', script, width: 360 })
  await page.goto('/')
  const steps = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Premiers pas' }) })
  expect(await steps.getByRole('link').count()).toBe(3)
  await steps.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).not.toBe('/')
  await page.goto('/accessibility')
  await says(page, 'EN 301 549')
  await page.goto('/privacy')
  expect(await page.getByText('TLP:RED').count()).toBeGreaterThan(0)
  await page.context().close()
  street.expectWell()
})
