// From the bank's file to the reminder in a browser: upload, confirm a proposal, see what is open, remind, and what the city sees.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { camtOf } from './camt-of.ts'
import { clearAll, issue } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

withAndWithoutScript(
  'Irena reads a statement, confirms a proposal, and reminds Graz; Ada of Graz sees what is open',
  async (script) => {
    await clearAll(street.town)
    await issue(street.town, { slug: 'at-graz', seq: 1, cents: 100_000, lang: 'de', email: 'kasse@graz.example' })
    await issue(street.town, { slug: 'fr-lyon', seq: 2, cents: 53_000 })
    const irena = await street.open({ person: 'irena-halvorsdottir-blau', script })
    const ada = await street.open({ person: 'ada-lindmoser', lang: 'de', script, width: 360, theme: 'dark' })

    await irena.goto('/desk')
    await irena.getByRole('link', { name: 'Payments', exact: true }).first().click()
    const buffer = Buffer.from(
      camtOf([
        { amount: '530.00', name: 'VILLE DE LYON', text: 'COTISATION', number: script ? 'J1' : 'J2' },
        { amount: '400.00', name: 'STADT GRAZ', text: '2025-0001', number: script ? 'J3' : 'J4' },
      ]),
    )
    await irena
      .getByLabel('File from the bank')
      .setInputFiles({ name: 'march.xml', mimeType: 'application/xml', buffer })
    await press(irena, 'Read')
    await says(irena, 'What was certain is matched.')
    await says(irena, '2 entries')

    await irena.goto('/payments/entries')
    await says(irena, 'the name fits · the amount is exactly right')
    await press(irena, /^Confirm: Lyon/)
    await says(irena, 'All payments are matched')

    await irena.getByRole('link', { name: 'Open items' }).click()
    await says(irena, '€600.00')
    expect(await irena.getByText('Lyon').count()).toBe(0)
    await irena.getByRole('link', { name: 'Reminders' }).click()
    await irena.getByText('Read the letter').click()
    await says(irena, /Der Mitgliedsbeitrag von at-graz ist noch offen/)
    await press(irena, 'Send reminders')
    await says(irena, 'The reminders are going out.')
    while ((await street.town.work()) > 0);
    await irena.reload()
    await says(irena, 'Sent')

    await ada.goto('/payments/own')
    await ada.getByRole('link', { name: 'Network of Tests' }).click()
    await says(ada, 'Offen: 600,00')
    await says(ada, 'Erinnerung')
    for (const one of [irena, ada]) await one.context().close()
    street.expectWell()
  },
)
