// Ways in: as somebody invented, with a password and an authenticator app, with a passkey; and the sessions they leave.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { codeAt } from '#platform/identity/one-time-code.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()
/** A code works once, so that the next one is another. */
const later = (seconds: number): void => {
  street.town.now = new Date(street.town.now.getTime() + seconds * 1000)
}

withAndWithoutScript('A journalist enters the demonstration as Assia, who looked for colleagues', async (script) => {
  const page = await street.open({ lang: 'fr', script })
  await page.goto('/people')
  await press(page, 'Entrer en tant que Assia Verdonnel')
  await page.getByRole('heading', { name: 'Personnes', level: 1 }).waitFor()
  await page.goto('/demo/mail')
  await says(page, 'Pas encore de courrier')
  street.expectWell()
})

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await press(page, 'Sign in')
}

withAndWithoutScript('Rachid sets up a password with an app and signs in with both', async (script) => {
  later(120)
  const password = 'vier lantaarns aan de Maas'
  const rachid = await street.open({ person: script ? 'rachid-maasdonk' : 'alva-sundgranath', script, width: 360 })
  await rachid.goto('/account/sign-in')
  await rachid.getByRole('link', { name: 'Set up a password' }).click()
  const key = (await rachid.locator('code').textContent()) ?? ''
  const secret = key.replaceAll(' ', '')
  await rachid.getByLabel('Code from the app').fill('000000')
  await rachid.getByLabel('New password').fill(password)
  await press(rachid, 'Set up a password')
  await says(rachid, 'This code is not right')
  expect(await rachid.locator('code').textContent()).toBe(key)
  await rachid.getByLabel('Code from the app').fill(codeAt(secret, street.town.now))
  await rachid.getByLabel('New password').fill(password)
  await press(rachid, 'Set up a password')
  await says(rachid, 'This is shown only now')
  const recovery = (await rachid.locator('li code').first().textContent()) ?? ''
  await rachid.getByRole('link', { name: 'I have kept them' }).click()
  await says(rachid, '10 recovery codes are left')

  const phone = await street.open({ script, width: 360, theme: 'dark' })
  const address = script ? 'rachid.maasdonk@rotterdam.example' : 'alva.sundgranath@malmo.example'
  await phone.goto('/people')
  await phone.getByRole('link', { name: 'With a password and a code' }).click()
  await phone.getByLabel('E-mail address').fill(address)
  await phone.getByLabel('Password', { exact: true }).fill('four lanterns')
  await press(phone, 'Go on')
  await says(phone, 'Address and password do not match')
  expect(await phone.getByLabel('E-mail address').inputValue()).toBe(address)
  await phone.getByLabel('Password', { exact: true }).fill(password)
  await press(phone, 'Go on')
  await typeCode(phone, `${recovery}x`)
  await says(phone, 'This code is not right')
  expect(await phone.getByLabel('Code', { exact: true }).inputValue()).toBe(`${recovery}x`)
  later(60)
  await typeCode(phone, codeAt(secret, street.town.now))
  await phone.getByRole('heading', { name: 'People', level: 1 }).waitFor()

  await rachid.goto('/account/sessions')
  await press(rachid, 'End all others')
  await says(rachid, 'Signed out there')
  await phone.reload()
  await phone.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  street.expectWell()
})

/** A security key of Chromium's own (WebAuthn virtual authenticator) that verifies its person; or nobody, when told so. */
async function plugIn(page: Page): Promise<(present: boolean) => Promise<void>> {
  const chromium = await page.context().newCDPSession(page)
  await chromium.send('WebAuthn.enable')
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async (present) => {
    await chromium.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: present })
  }
}

test('Kalina adds a passkey, comes back with it, and is told when the key refuses', async () => {
  const kalina = await street.open({ lang: 'pl', person: 'kalina-mewowska' })
  const verify = await plugIn(kalina)
  await kalina.goto('/account/sign-in')
  await press(kalina, 'Dodaj klucz dostępu')
  await kalina.getByRole('row', { name: 'Linux' }).waitFor()
  await kalina.goto('/account/sessions')
  await kalina.locator('tr', { hasText: 'Ta' }).getByRole('button', { name: 'Wyloguj się' }).first().click()

  await kalina.goto('/people')
  await verify(false)
  await press(kalina, 'Kluczem dostępu')
  await kalina.getByRole('alert').filter({ hasText: 'Nie udało się' }).waitFor()
  await verify(true)
  await press(kalina, 'Kluczem dostępu')
  await kalina.getByRole('heading', { name: 'Ludzie', level: 1 }).waitFor()
  await kalina.goto('/account/sign-in')
  await kalina.locator('summary', { hasText: 'Usuń' }).click()
  await kalina.getByRole('button', { name: 'Usuń', exact: true }).click()
  await kalina.getByRole('row', { name: 'Linux' }).waitFor({ state: 'detached' })
  street.expectWell()
})
