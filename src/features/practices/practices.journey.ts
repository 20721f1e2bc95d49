// A practice from the first note to its withdrawal, seen by its author, by a colleague abroad and by a visitor; and the list.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click()
const onward = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save and continue' }).click()
const statusOf = async (page: Page, path: string): Promise<number> => (await page.goto(path))?.status() ?? 0

const story = {
  problem: { problem: 'Abends mied man den Park.' },
  response: { response: 'Einmal im Monat ging das Amt mit der Nachbarschaft durch den Park.' },
  results: { results: 'Der Weg durch den Park wird wieder benutzt.' },
}
const outcome = story.results.results

/** The steps as they come, from the problem on. */
async function tellAll(ada: Page, script: boolean): Promise<void> {
  for (const [step, fields] of Object.entries(story)) {
    for (const [name, text] of Object.entries(fields)) await writeText(ada, name, text, script)
    if (step === 'results') await ada.getByLabel('0 – Not evaluated').check()
    await onward(ada)
  }
  await says(ada, 'Everything on this page is optional.')
  await onward(ada)
  await ada.getByText('public space', { exact: true }).first().click()
  await ada.getByLabel('public space', { exact: true }).first().check()
  await onward(ada)
}

async function chooseAudience(ada: Page, address: string, name: RegExp): Promise<void> {
  await ada.goto(`${address}/edit?step=readers`)
  const field = ada.getByLabel('Who may see it?')
  const option = await field.locator('option').filter({ hasText: name }).first().getAttribute('value')
  await field.selectOption(option ?? '')
  await save(ada)
}

withAndWithoutScript(
  'Ada notes an idea, nobody else sees it; complete and published, Porto reads it',
  async (script) => {
    const title = script ? 'Abendspaziergang im Park' : 'Morgenspaziergang im Park'
    const ada = await street.open({ person: 'ada-lindmoser', script })
    const beatriz = await street.open({
      person: 'beatriz-ribeirinha-douro',
      lang: 'pt',
      script,
      width: 360,
      theme: 'dark',
    })
    const visitor = await street.open({ script })

    await ada.goto('/practices')
    await ada.getByRole('link', { name: 'Share a practice' }).click()
    await ada.getByLabel('Title').fill('A')
    await ada.getByLabel('In short').fill('Amt und Nachbarschaft gehen gemeinsam.')
    await save(ada)
    await says(ada, 'Please give a title of at least three characters.')
    expect(await ada.getByLabel('In short').inputValue()).toBe('Amt und Nachbarschaft gehen gemeinsam.')
    await ada.getByRole('link', { name: 'Please give a title of at least three characters.' }).click()
    expect(await ada.locator(':focus').getAttribute('name')).toBe('title')
    await ada.getByLabel('Title').fill(title)
    await ada.getByLabel('Language of the text').selectOption('de')
    await save(ada)

    await says(ada, 'Before publishing, please add')
    const draft = new URL(ada.url()).pathname
    expect(await statusOf(beatriz, draft)).toBe(404)
    expect(await statusOf(visitor, draft)).toBe(404)

    await ada.getByRole('link', { name: 'the problem' }).click()
    await tellAll(ada, script)
    await says(ada, 'Everything needed is there')
    await says(ada, 'Everybody in the network will be able to read it.')
    await says(ada, outcome)
    await ada.getByRole('button', { name: 'Publish' }).click()
    await says(ada, 'Published. Whoever may see it can now find it.')
    const address = new URL(ada.url()).pathname.replace(/-.*/, '')

    await beatriz.goto('/practices')
    await beatriz.getByRole('link', { name: title }).click()
    await says(beatriz, 'alemão')
    expect(await beatriz.getByRole('heading', { name: title, level: 1 }).getAttribute('lang')).toBe('de')
    await says(beatriz, outcome)
    expect(await statusOf(visitor, address)).toBe(404)

    await chooseAudience(ada, address, /Everybody/)
    await says(ada, 'More people than before would see this. Please confirm.')
    await ada.getByLabel('Yes, more people than before may see this').check()
    await save(ada)
    await says(ada, 'Saved.')
    expect(await statusOf(visitor, address)).toBe(200)
    expect(await visitor.getByText('Ada Lindmoser').count()).toBe(0)

    await chooseAudience(ada, address, /Graz/)
    await says(ada, 'Saved.')
    await ada.getByText('TLP:AMBER+STRICT').first().waitFor()
    for (const other of [beatriz, visitor]) expect(await statusOf(other, address)).toBe(404)

    await ada.getByText('Withdraw', { exact: true }).click()
    await ada.getByRole('button', { name: 'Yes, withdraw' }).click()
    await says(ada, 'Withdrawn. It is no longer in any list.')
    for (const one of [ada, beatriz, visitor]) await one.context().close()
    street.expectWell()
  },
)

withAndWithoutScript(
  'A visitor narrows the list to French cities, then to one topic, and goes on to the next page',
  async (script) => {
    const page = await street.open({ lang: 'fr', script })
    await page.goto('/practices')
    await page.getByRole('link', { name: 'Suivant' }).click()
    expect(new URL(page.url()).search).toBe('?page=2')
    await page.getByRole('group', { name: 'Pays' }).getByLabel('France').check()
    if (!script) await page.getByRole('button', { name: 'Appliquer' }).click()
    await page
      .getByRole('link', { name: /France/ })
      .first()
      .waitFor()
    await page.waitForURL(/country=FR/)
    const inFrance = Number.parseInt((await page.locator('.result-line').textContent()) ?? '', 10)
    expect(inFrance).toBeGreaterThan(2)
    expect(await page.locator('.item-card').count()).toBe(inFrance)
    for (const place of await page.locator('.item-card .city-badge').allTextContents())
      expect(place).toContain('France')
    await page.goto('/practices?country=FR&language=pl')
    await says(page, /Rien ne correspond/)
    await page.context().close()
    street.expectWell()
  },
)
