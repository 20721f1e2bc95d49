// A scale in a browser: Irena drafts it, mends a gap, looks what it changes, proposes it; Théo approves; Jonte sees the fee.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click()
const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('main')
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click()
const cell = (page: Page, column: string, row: number) =>
  page.getByLabel(`${column}, municipalities, row ${row}`, { exact: true })

async function draft(irena: Page, year: string): Promise<void> {
  await irena.goto('/desk')
  await follow(irena, 'Fees')
  await follow(irena, 'New scale')
  await irena.getByLabel('For which year?').fill(year)
  await irena.getByLabel('What to begin with?').selectOption({ label: '2026' })
  await irena.getByLabel('Change amounts by percent').fill('2.5')
  await press(irena, 'Begin the draft')
  await says(irena, 'Draft begun.')
  expect(await cell(irena, 'euros', 5).inputValue()).toBe('4,760.00')
}

async function leaveGapAndMend(irena: Page): Promise<void> {
  await cell(irena, 'to (empty: open)', 8).fill('999.999')
  await press(irena, 'Add a row: municipalities')
  expect(await cell(irena, 'from (inhabitants)', 9).inputValue()).toBe('1000000')
  await cell(irena, 'from (inhabitants)', 9).fill('1 100 000')
  await cell(irena, 'euros', 9).fill('12.000')
  await cell(irena, 'euros', 9).press('Enter')
  await says(irena, 'Saved as a draft.')
  await says(irena, 'there is no row for 1,000,000 to 1,099,999 inhabitants')
  await cell(irena, 'from (inhabitants)', 9).fill('1000000')
  await press(irena, 'Save the draft')
  await says(irena, 'Saved. The scale is complete and can be proposed.')
}

withAndWithoutScript(
  'Irena drafts a scale, sees what it changes and proposes it; Théo approves it; Jonte sees what his city pays',
  async (script) => {
    // The later one first: the second would find no difference to the first.
    const year = script ? '2032' : '2031'
    const irena = await street.open({ person: 'irena-halvorsdottir-blau', script })
    const theo = await street.open({ person: 'theo-quintavoll', lang: 'fr', script, theme: 'dark' })
    const jonte = await street.open({ person: 'jonte-pfalzgrafer', lang: 'de', script, width: 360 })

    await draft(irena, year)
    await leaveGapAndMend(irena)
    const path = new URL(irena.url()).pathname
    await follow(irena, 'Simulate')
    await says(irena, /\d+ members pay more/)
    await irena.goBack()
    await press(irena, 'Propose for approval')
    await says(irena, 'Only a second person of your office can approve it.')
    expect((await jonte.goto(path))?.status()).toBe(404)

    await theo.goto('/fees')
    await follow(theo, `${year} (proposé)`)
    await press(theo, 'Approuver')
    await says(theo, 'Approuvé. Les membres voient maintenant le barème.')

    await jonte.goto('/fees')
    await jonte.getByText(`Rechenweg für ${year}`).click()
    await says(jonte, '4.760,00 €')
    expect((await jonte.goto(path))?.status()).toBe(200)
    street.expectWell()
  },
)
