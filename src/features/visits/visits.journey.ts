// Ada offers a visit and forgets for how many; Beatriz wishes to come, Ada names other days, Beatriz agrees: with script and without.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Graz offers a visit, Porto wishes to come, and the two agree on days', async (script) => {
  const title = script ? 'Mit auf die Quarkwege' : 'Mit auf die Rumpelwege'
  const ada = await street.open({ lang: 'de', person: 'ada-lindmoser', script, width: 360 })
  await ada.goto('/visits')
  await ada.getByRole('link', { name: 'Besuch anbieten' }).click()
  await ada.getByLabel('Was gibt es bei Ihnen zu sehen?').fill(title)
  await writeText(ada, 'text', 'Zwei Abende zu Fuß.', script)
  await ada.getByRole('button', { name: 'Veröffentlichen' }).click()
  await ada.getByText('Bitte geben Sie eine Zahl von 1 bis 100 ein.').first().waitFor()
  expect(await ada.getByLabel('Was gibt es bei Ihnen zu sehen?').inputValue()).toBe(title)
  await ada.getByLabel('Wie viele können kommen?').fill('4')
  await ada.getByRole('button', { name: 'Veröffentlichen' }).click()
  await ada.getByRole('heading', { level: 1, name: title }).waitFor()
  const path = new URL(ada.url()).pathname

  const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script, theme: 'dark' })
  await beatriz.goto('/visits')
  await beatriz.getByRole('link', { name: title }).click()
  await beatriz.locator('#wish [name=firstDay]').fill('2027-03-15')
  await beatriz.locator('#wish [name=text]').fill('Iríamos três.')
  await beatriz.getByLabel('Quantas pessoas vêm?').fill('9')
  await beatriz.getByRole('button', { name: 'Pedir' }).click()
  await beatriz.getByText('Não podem vir tantas pessoas.').first().waitFor()
  expect(await beatriz.locator('#wish [name=text]').inputValue()).toBe('Iríamos três.')
  await beatriz.getByLabel('Quantas pessoas vêm?').fill('3')
  await beatriz.getByRole('button', { name: 'Pedir' }).click()
  await beatriz.getByText('Pedido feito.').waitFor()
  expect(await beatriz.getByRole('button', { name: /^Aceitar/ }).count()).toBe(0)

  await ada.goto('/')
  await ada.locator('#visits-waiting').getByRole('link', { name: title }).click()
  await ada.getByText('Iríamos três.').waitFor()
  await ada.getByText('Andere Tage nennen', { exact: true }).click()
  await ada.locator('details[open] [name=firstDay]').fill('2027-04-12')
  await ada.locator('details[open] [name=lastDay]').fill('2027-04-13')
  await ada.getByRole('button', { name: 'Diese Tage vorschlagen' }).click()
  await ada.getByText('Vorgeschlagen.').waitFor()

  await beatriz.goto(path)
  await beatriz.getByRole('button', { name: /^Aceitar/ }).click()
  await beatriz.getByText('Combinado. As duas cidades veem os dias.').waitFor()
  await ada.reload()
  await ada.getByText('Vereinbart', { exact: true }).waitFor()

  const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script })
  await jonte.goto(path)
  expect(await jonte.getByText('Iríamos três.').count()).toBe(0)
  for (const page of [ada, beatriz, jonte]) await page.context().close()
  street.expectWell()
})
