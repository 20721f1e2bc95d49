// A saved search in a browser: one click, name and rhythm, what is new, the mail, and its end without signing in.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { publish, workAll } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  await workAll(street.town)
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

withAndWithoutScript(
  'Beatriz saves a search, is told by mail of what Ada publishes, looks it through, and ends the mails from her mailbox',
  async (script) => {
    const { town } = street
    await fill(town, 'delete from saved_search')
    town.mails.length = 0
    const word = script ? 'Postwort' : 'Briefwort'
    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'en', script })
    await beatriz.goto(`/search?q=${word}`)
    await press(beatriz, 'Save this search')
    await says(beatriz, 'The search is saved.')
    await beatriz.getByLabel('Name of the search').fill(' ')
    await press(beatriz, 'Save')
    await beatriz.getByRole('link', { name: 'Please give the search a name.' }).click()
    expect(await beatriz.locator(':focus').getAttribute('name')).toBe('name')
    await beatriz.getByLabel('Name of the search').fill('What I wait for')
    await beatriz.getByLabel('at once').check()
    await press(beatriz, 'Save')
    await says(beatriz, 'Saved.')
    await beatriz.getByRole('link', { name: 'What I wait for', exact: true }).waitFor()

    await publish(town, await town.as('ada-lindmoser'), { title: `${word} in Graz` })
    expect(town.mails.map(({ subject }) => subject)).toEqual([`New: ${word} in Graz`])
    await beatriz.goto('/saved-searches')
    await says(beatriz, '1 new')
    await beatriz.getByRole('link', { name: 'What I wait for', exact: true }).click()
    await says(beatriz, /^One new contribution since/)
    await beatriz
      .locator('#results .notice')
      .getByRole('link', { name: `${word} in Graz` })
      .waitFor()
    await beatriz.locator('#results .item-card .state-new').waitFor()
    await press(beatriz, 'Mark as seen')
    await says(beatriz, /^Nothing new since/)

    const mailbox = await street.open({ lang: 'en', script, width: 360 })
    await mailbox.goto(
      new URL(town.mails[0]?.endAddress ?? '').pathname + new URL(town.mails[0]?.endAddress ?? '').search,
    )
    await says(mailbox, 'What I wait for')
    await press(mailbox, 'Yes, no more e-mails')
    await mailbox.getByRole('heading', { name: 'These e-mails have ended' }).waitFor()
    await beatriz.goto('/saved-searches')
    expect(await beatriz.getByLabel('E-mail when there is something new').inputValue()).toBe('never')
    await beatriz.getByLabel('E-mail when there is something new').selectOption('weekly')
    await press(beatriz, 'Apply for “What I wait for”')
    await says(beatriz, 'Saved.')
    expect(await beatriz.getByLabel('E-mail when there is something new').inputValue()).toBe('weekly')
    await beatriz.getByText('Delete', { exact: true }).click()
    await press(beatriz, 'Yes, delete search')
    await says(beatriz, 'You have not saved a search yet')
    for (const one of [beatriz, mailbox]) await one.context().close()
    street.expectWell()
  },
)
