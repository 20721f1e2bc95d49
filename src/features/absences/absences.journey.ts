// Saying that one is away, what others see of it, and coming back.

import { beforeAll } from 'vitest'
import { dayOf } from '#kernel/locale.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Almut goes on leave, Beatriz reads whom to ask instead, and Almut comes back', async (script) => {
  const almut = await street.open({ lang: 'de', person: 'almut-westrichter', script, width: script ? 1440 : 360 })
  await almut.goto('/people/me')
  const form = almut.getByRole('form', { name: 'Abwesenheit' })
  await form.getByLabel('Letzter Tag').fill('2020-01-01')
  await form.getByLabel('Wer vertritt Sie?').selectOption({ label: 'Jonte Pfalzgräfer' })
  await form.getByRole('button', { name: 'Abwesenheit eintragen' }).click()
  // A browser that knows the first possible day does not send an earlier one.
  const until = dayOf(new Date(Date.now() + 9 * 86_400_000))
  await almut.getByLabel('Letzter Tag').fill(until)
  await almut.getByRole('button', { name: 'Abwesenheit eintragen' }).click()
  await almut.getByText('Ihre Abwesenheit ist eingetragen').waitFor()

  const beatriz = await street.open({ lang: 'en', person: 'beatriz-ribeirinha-douro', script })
  await beatriz.goto('/people/almut-westrichter')
  await beatriz.getByText('Almut Westrichter is away until').waitFor()
  await beatriz.getByRole('link', { name: 'Jonte Pfalzgräfer' }).click()
  await beatriz.getByRole('heading', { name: 'Jonte Pfalzgräfer', level: 1 }).waitFor()

  await almut.getByRole('button', { name: 'Ich bin wieder da' }).click()
  await almut.getByText('Ihre Abwesenheit ist beendet').waitFor()
  for (const page of [almut, beatriz]) await page.context().close()
  street.expectWell()
})
