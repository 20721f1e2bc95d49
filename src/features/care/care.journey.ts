// Care in a browser: an insult is reported, hidden with a reason, and looked at again by somebody else.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { answer, ask } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

withAndWithoutScript(
  'Ada reports an answer, Irena hides it, Beatriz asks again, Theo shows it again',
  async (script) => {
    const question = await ask(street.town, 'Lamps in the park', '2')
    await answer(street.town, question, 'Only a fool named Grumbold asks that')
    const path = `/questions/${question}-lamps-in-the-park`
    const ada = await street.open({ person: 'ada-lindmoser', script })
    const irena = await street.open({ person: 'irena-halvorsdottir-blau', script })
    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', script, width: 360, theme: 'dark' })
    const theo = await street.open({ person: 'theo-quintavoll', script })

    await ada.goto(path)
    await ada.locator('.reply').getByRole('link', { name: 'Report', exact: true }).click()
    await press(ada, 'Report')
    await says(ada, 'Please choose a reason.')
    await ada.getByLabel('Insulting or degrading').check()
    await press(ada, 'Report')
    await says(ada, 'Reported. Thank you.')

    await irena.goto('/care')
    await irena.getByRole('link', { name: 'Lamps in the park' }).first().click()
    await says(irena, 'a fool named Grumbold')
    await irena.getByLabel('In your words').fill('We do not call each other names.')
    await press(irena, 'Hide it')
    await says(irena, 'Hidden.')

    await ada.goto(path)
    await says(ada, 'We do not call each other names.')
    expect(await ada.getByText('Grumbold').count()).toBe(0)

    await beatriz.goto(path)
    await says(beatriz, 'Grumbold')
    await beatriz.getByRole('link', { name: 'More about it' }).first().click()
    await beatriz.getByLabel('Why should the text be visible again?').fill('Grumbold is my own cat.')
    await press(beatriz, 'Ask')
    await says(beatriz, 'Another person will look at it.')

    await theo.goto('/care')
    await theo.getByRole('link', { name: 'Lamps in the park' }).first().click()
    await theo.getByLabel('The text becomes visible again').check()
    await theo.getByLabel('Why?').fill('A cat may be named.')
    await press(theo, 'Decide')
    await says(theo, 'Decided.')
    await ada.goto(path)
    await says(ada, 'Grumbold')
  },
)
