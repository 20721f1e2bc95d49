// Ada makes the address of her calendar in a browser, a program fetches it, she makes another and ends that; with and without script.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Ada makes an address, makes it anew, and ends it', async (script) => {
  const ada = await street.open({ lang: 'en', person: 'ada-lindmoser', script, width: 360 })
  const shown = async (): Promise<string> => (await ada.locator('code').first().textContent()) ?? ''
  const fetched = async (address: string): Promise<number> =>
    (await street.town.app.request(new URL(address).pathname + new URL(address).search)).status
  await ada.goto('/calendar')
  await ada.getByRole('button', { name: 'Make an address' }).click()
  await ada.getByText('We show it this once only.').waitFor()
  const first = await shown()
  expect(await fetched(first)).toBe(200)
  await ada.goto('/calendar')
  expect(await ada.locator('code').count()).toBe(0)
  await ada.getByText('Make a new address', { exact: true }).first().click()
  await ada.getByRole('button', { name: 'Make a new address' }).click()
  await ada.getByText('We show it this once only.').waitFor()
  expect([await fetched(first), await fetched(await shown())]).toEqual([404, 200])
  await ada.getByText('End the address', { exact: true }).first().click()
  await ada.getByRole('button', { name: 'End the address' }).click()
  await ada.getByText('The address is no longer valid.').waitFor()
  await ada.context().close()
  street.expectWell()
})
