// A personal token: made, shown once, used by a program, taken away, refused.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Rachid lets a program search in his name, and ends that', async (script) => {
  const rachid = await street.open({ lang: 'nl', person: 'rachid-maasdonk', script, width: script ? 1440 : 360 })
  const program = script ? 'Kaart van de wijken' : 'Weekbrief'
  await rachid.goto('/account/tokens')
  await rachid.getByRole('button', { name: 'Sleutel maken' }).click()
  await rachid.getByText('Vul een naam in').first().waitFor()
  await rachid.getByLabel('Waarvoor').fill(program)
  await rachid.getByRole('button', { name: 'Sleutel maken' }).click()
  const token = (await rachid.locator('.notice code').textContent()) ?? ''
  expect(token.length).toBeGreaterThan(20)
  // Forty-three letters without a space: on a telephone they break instead of widening the page.
  expect(await rachid.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

  const search = async () =>
    fetch(`${street.base}/api/v1/search?q=Cijfers+uitleggen&lang=nl`, { headers: { authorization: `Bearer ${token}` } })
  const answer = (await (await search()).json()) as { items: { title: string; url: string }[] }
  const own = answer.items.find(({ title }) => title.startsWith('Cijfers uitleggen'))
  await rachid.goto(own?.url ?? '')
  await rachid.getByRole('heading', { name: /Cijfers uitleggen/, level: 1 }).waitFor()

  await rachid.goto('/account/tokens')
  expect(await rachid.getByText(token).count()).toBe(0)
  const row = rachid.getByRole('row', { name: program })
  await row.getByText('Verwijderen', { exact: true }).first().click()
  await row.getByRole('button', { name: 'Verwijderen' }).click()
  await rachid.getByText('De sleutel werkt niet meer').waitFor()
  expect((await search()).status).toBe(401)
  await rachid.context().close()
  street.expectWell()
})
