// Beatriz allows notices on the device before her, tries one out and removes the device; without script the page says what is missing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street } from '../../../testing/browser.ts'
import { openPushService, type PushService } from '../../../testing/push/loopback-push.ts'

let street: Street
let service: PushService
beforeAll(async () => {
  street = await openStreet()
  service = await openPushService()
}, 120_000)
afterAll(() => service.close())

test('Beatriz allows notices, one arrives, and she removes the device', async () => {
  const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro' })
  // The browser's own push service is on the internet: here its answer is that of the one beside the tests.
  const given = service.subscribe('browser')
  await beatriz.addInitScript((subscription) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer
    const fake = {
      endpoint: subscription.endpoint,
      getKey: (name: string) => bytes(name === 'auth' ? subscription.auth : subscription.p256dh),
    }
    Object.defineProperty(PushManager.prototype, 'subscribe', { value: async () => fake })
    Object.defineProperty(Notification, 'requestPermission', { value: async () => 'granted' })
  }, given)
  await beatriz.goto('/notices-on-devices')
  await beatriz.getByRole('button', { name: 'Permitir avisos neste dispositivo' }).click()
  await beatriz.getByText('Os avisos estão permitidos neste dispositivo.').waitFor()
  await beatriz.getByRole('button', { name: 'Enviar um aviso de teste' }).click()
  await beatriz.getByText('O aviso está a caminho.').waitFor()
  while ((await street.work()) > 0);
  expect(service.received.map(({ text }) => JSON.parse(text).body)).toEqual(['Algo o espera.'])
  await beatriz.getByRole('button', { name: /^Remover/ }).click()
  await beatriz.getByText('O dispositivo já não recebe avisos.').waitFor()
  await beatriz.context().close()
  street.expectWell()
}, 60_000)

test('Beatriz has said no to her browser, and is told where to change that', async () => {
  const beatriz = await street.open({ lang: 'en', person: 'beatriz-ribeirinha-douro' })
  await beatriz.addInitScript(() =>
    Object.defineProperty(Notification, 'requestPermission', { value: async () => 'denied' }),
  )
  await beatriz.goto('/notices-on-devices')
  await beatriz.getByRole('button', { name: 'Allow notices on this device' }).click()
  await beatriz.getByRole('alert').getByText('The browser does not allow notices here.').waitFor()
  await beatriz.context().close()
  street.expectWell()
}, 60_000)

test('without script the page says that mails come all the same', async () => {
  const beatriz = await street.open({ lang: 'en', person: 'beatriz-ribeirinha-douro', script: false })
  await beatriz.goto('/notices-on-devices')
  await beatriz.getByText('Mails reach you all the same.').waitFor()
  expect(await beatriz.getByRole('button', { name: 'Allow notices on this device' }).count()).toBe(0)
  await beatriz.context().close()
  street.expectWell()
}, 60_000)
