// A Portuguese officer reads a Spanish question and a Spanish reply in a browser, translated by a real Apertium.
import { beforeAll, expect } from 'vitest'
import { apertium } from '#platform/translation/apertium.ts'
import { hasApertium, openApertium } from '../../../testing/apertium.ts'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { answered } from '../discussion/fixtures.ts'
import { translatorOf } from './fixtures.ts'

let street: Street
beforeAll(async () => {
  // Where it cannot be installed, nothing is offered, and the journey says so.
  const address = hasApertium ? await openApertium() : 'http://127.0.0.1:9'
  street = await openStreet(translatorOf(apertium({ address })))
}, 180_000)

withAndWithoutScript('Beatriz reads in Portuguese what was asked and answered in Spanish', async (script) => {
  if (!hasApertium) return
  const ada = await street.town.as('ada-lindmoser')
  const words = {
    title: script ? 'La plaza de noche' : 'El parque de noche',
    text: 'La policía **municipal** está en la plaza.',
  }
  const asked = await ada.post('/questions', {
    ...words,
    lang: 'es',
    'concepts[]': ['youth'],
    before: 'yes',
    audience: '2',
  })
  const path = asked.headers.get('location') ?? ''
  await answered(ada, /\d+/.exec(path)?.[0] ?? '', 'El informe está aquí.', { lang: 'es' })

  const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script, width: 360 })
  await beatriz.goto(path)
  await beatriz.getByRole('button', { name: 'Traduzir para português' }).first().click()
  await beatriz.getByText('A polícia municipal está na praça.').waitFor()
  expect(await beatriz.locator('#translation strong').textContent()).toBe('municipal')
  await beatriz.getByText('Tradução automática de Apertium, sem revisão.').waitFor()
  await beatriz.locator('.reply').getByRole('button', { name: 'Traduzir para português' }).click()
  await beatriz.getByText('O relatório está aqui.').waitFor()
  await beatriz.getByText('El informe está aquí.').waitFor()

  const irena = await street.open({ lang: 'de', person: 'irena-halvorsdottir-blau', script })
  await irena.goto('/translation')
  await irena.getByLabel('Höchstens so viele Zeichen im Monat').fill('viele')
  await irena.getByRole('button', { name: 'Speichern' }).click()
  await irena.getByText('Bitte geben Sie eine ganze Zahl von 0 bis 100.000.000 ein.').first().waitFor()
  await irena.getByLabel('Höchstens so viele Zeichen im Monat').fill('200000')
  await irena.getByRole('button', { name: 'Speichern' }).click()
  await irena.getByText('Gespeichert. Es gilt ab sofort.').waitFor()
  await irena.getByRole('cell', { name: 'Apertium' }).first().waitFor()
  for (const page of [beatriz, irena]) await page.context().close()
  street.expectWell()
})
