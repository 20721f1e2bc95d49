// The whole path in a browser: an enquiry from the open page, the council's resolution, the admission, and the coordinator signs in.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { fill } from '../../../testing/as-owner.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click()
const workAll = async (): Promise<void> => {
  while ((await street.work()) > 0);
}
const linkTo = (address: string, pattern: RegExp): string =>
  street.town.mails
    .filter(({ to }) => to === address)
    .map(({ text }) => pattern.exec(text)?.[0])
    .findLast(Boolean) ?? ''

async function enquire(page: Page, name: string, address: string): Promise<void> {
  await page.goto('/join')
  await page.getByLabel('Our town has this many inhabitants').fill('48 200')
  await press(page, 'Work out the fee')
  await says(page, /a year, by the scale of/)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Country', { exact: true }).selectOption('DE')
  await page.getByLabel('In the year').fill('2024')
  await page.getByLabel('Source of this figure').fill('State statistical office')
  await page.getByLabel('Contact person').fill('Wanda Probst')
  await page.getByLabel('E-mail address').fill('wanda at lindenau')
  await press(page, 'Send the enquiry')
  await says(page, 'Please give an e-mail address, such as name@town.example.')
  expect(await page.getByLabel('Inhabitants', { exact: true }).inputValue()).toBe('48200')
  await page.getByLabel('E-mail address').fill(address)
  await press(page, 'Send the enquiry')
  await says(page, 'Please look into your mailbox.')
  await workAll()
}

async function writePaper(page: Page): Promise<void> {
  await follow(page, 'Open the paper')
  await follow(page, 'Write the paper')
  await page.getByLabel('Background').fill('The station at night worries us.')
  await press(page, 'Keep as draft')
  await says(page, 'The station at night worries us.')
  await page.goBack()
}

async function takeSteps(page: Page, address: string): Promise<void> {
  await follow(page, 'Record the council resolution')
  await page.getByLabel('Day of the resolution').fill('2024-05-13')
  await page.getByLabel('Votes in favour').fill('31')
  await press(page, 'Record the resolution')
  await says(page, 'Please give all three numbers of votes')
  await page.getByLabel('Votes against').fill('9')
  await page.getByLabel('Abstentions').fill('2')
  await press(page, 'Record the resolution')
  await says(page, '31 in favour, 9 against, 2 abstained')
  await follow(page, 'Apply for admission')
  await page.getByLabel('Day of the application').fill('2024-05-20')
  await press(page, 'Apply')
  await follow(page, 'Record the local coalition')
  await page.getByLabel('Since when, or by when').fill('2022-01-01')
  await page.getByRole('radio', { name: 'exists' }).check()
  await page.getByLabel('Who belongs to it').fill('Police, schools, social services')
  await press(page, 'Record')
  await follow(page, 'Name the local coordinator')
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(address)
  await press(page, 'Name this person')
  await says(page, 'The office decides about the admission.')
}

withAndWithoutScript(
  'a municipality enquires, prepares its paper, is admitted, and its coordinator is a member on the day',
  async (script) => {
    const name = script ? 'Lindenau an der Wieslauf' : 'Auenheim'
    const address = script ? 'wanda.probst@lindenau.example' : 'wanda.probst@auenheim.example'
    const firstDay = `${new Date().getFullYear() + 1}-01-01`
    const city = await street.open({ script, width: 360 })
    await enquire(city, name, address)
    const file = linkTo(address, /\/accessions\/\d+\?token=[\w-]+/)
    await city.goto(file)
    await writePaper(city)
    await city.goto(file)
    await takeSteps(city, address)

    const office = await street.open({ person: 'irena-halvorsdottir-blau', script, theme: 'dark' })
    await office.goto('/desk')
    await follow(office, 'New members')
    await follow(office, name)
    await follow(office, 'Admit')
    expect(await office.getByLabel('Membership begins on').inputValue()).toBe(firstDay)
    await press(office, 'Admit as a member')
    await says(office, 'Admitted.')
    await workAll()
    await city.reload()
    await says(city, 'Welcomed')

    const wanda = await street.open({ script })
    await wanda.goto(linkTo(address, /\/invitation\?token=[\w-]+/))
    await press(wanda, 'Accept and come in')
    await wanda.locator('.top-bar').getByText('Wanda Probst').first().waitFor()
    await wanda.goto(new URL(file, street.base).pathname)
    await says(wanda, 'The first three steps')
    const member = () => fill(street.town, `select active::int from organisation where name = '${name}'`)
    expect(await member()).toBe(0)
    await fill(street.town, `select app.settle_memberships('${firstDay}', null)`)
    expect(await member()).toBe(1)
    street.expectWell()
  },
)
