// The directory: whom one can ask, what each of them shows, one's own profile; and that visitors see nobody.
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

withAndWithoutScript('Beatriz looks for somebody who speaks Polish, and finds Kalina', async (script) => {
  const beatriz = await street.open({ lang: 'en', person: 'beatriz-ribeirinha-douro', script })
  await beatriz.goto('/people')
  await beatriz
    .getByRole('group', { name: 'Speaks' })
    .getByText(/\d+ more/)
    .click()
  await beatriz.getByLabel('Polish').check()
  if (!script) await beatriz.getByRole('button', { name: 'Apply' }).click()
  await beatriz.getByRole('link', { name: 'No longer narrow down to Polish' }).waitFor()
  await beatriz.getByLabel('Name, city, task or word').fill('Gdańsk')
  await beatriz.getByRole('button', { name: 'Find', exact: true }).click()
  await beatriz.getByRole('link', { name: 'Kalina Mewowska' }).click()
  await beatriz.getByRole('heading', { name: 'Kalina Mewowska', level: 1 }).waitFor()
  await beatriz.getByText('This person is invented').waitFor()
  await beatriz.getByRole('heading', { name: 'How to reach' }).waitFor()

  await beatriz.goto('/people?q=Atlantis&language=pl')
  await beatriz.getByText('Nobody fits this selection').waitFor()
  await beatriz.getByRole('link', { name: 'No longer narrow down to Polish' }).waitFor()
  await beatriz.context().close()
  street.expectWell()
})

withAndWithoutScript('Jonte corrects his profile and hides his telephone from other cities', async (script) => {
  const number = script ? '+00 555 7711' : '+00 555 7722'
  const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script, width: 360 })
  await jonte.goto('/people/jonte-pfalzgrafer')
  await jonte.getByRole('link', { name: 'Mein Profil' }).first().click()
  await jonte.getByLabel('Fragen Sie mich nach').fill('Wie man einen Fachtag mit kleinem Geld ausrichtet')
  await jonte.getByLabel('Telefon').fill('ruf mich an')
  await jonte.getByLabel('Portugiesisch').check()
  await jonte.getByRole('button', { name: 'Profil speichern' }).click()
  await jonte.getByText('Eine Telefonnummer hat nur').first().waitFor()
  expect(await jonte.locator(':focus').getAttribute('class')).toContain('error-summary')
  expect(await jonte.getByLabel('Telefon').inputValue()).toBe('ruf mich an')
  expect(await jonte.getByLabel('Fragen Sie mich nach').inputValue()).toContain('Fachtag')
  expect(await jonte.getByLabel('Portugiesisch').isChecked()).toBe(true)

  await jonte.getByRole('link', { name: 'Eine Telefonnummer hat nur' }).click()
  await jonte.keyboard.press('ControlOrMeta+a')
  if (script) await jonte.keyboard.type(number)
  else await jonte.getByLabel('Telefon').fill(number)
  await jonte.locator('select[name=consentPhone]').selectOption('organisation')
  await jonte.getByRole('button', { name: 'Profil speichern' }).click()
  await jonte.getByText('Ihr Profil ist gespeichert').waitFor()
  await jonte.getByRole('link', { name: number }).waitFor()

  const kalina = await street.open({ lang: 'pl', person: 'kalina-mewowska', script })
  await kalina.goto('/people/jonte-pfalzgrafer')
  await kalina.getByText('Fachtag').waitFor()
  expect(await kalina.getByText(number).count()).toBe(0)
  for (const page of [jonte, kalina]) await page.context().close()
  street.expectWell()
})

withAndWithoutScript('A visitor is asked to sign in, and sees nobody on the pages of a city', async (script) => {
  const visitor = await street.open({ lang: 'nl', script })
  for (const path of ['/people', '/people/rachid-maasdonk', '/people/nobody-at-all']) {
    await visitor.goto(path)
    await visitor.getByRole('heading', { name: 'Inloggen', level: 1 }).waitFor()
  }
  await visitor.goto('/members/nl-rotterdam')
  expect(await visitor.getByText('Rachid').count()).toBe(0)
  await visitor.context().close()
  street.expectWell()
})
