// Ada brings a report, looks where its sections would go, moves one, takes them over, and sees what is still missing.
import { join } from 'node:path'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)

withAndWithoutScript(
  'Ada starts from a German report: its sections stand under their parts, she moves one and takes over',
  async (script) => {
    const ada = await street.open({ person: 'ada-lindmoser', script, width: script ? 1440 : 360 })
    await ada.goto('/practices')
    await ada.getByRole('link', { name: 'Start from a file' }).click()
    await ada.getByRole('button', { name: 'Read it' }).click()
    await ada.getByText('Please choose a file or paste a text.').first().waitFor()

    await ada.locator('input[type=file]').setInputFiles(fixture('de-nachtlicht.docx'))
    await ada.getByRole('button', { name: 'Read it' }).click()
    await ada.getByText('14 sections found, 13 with a proposal.').waitFor({ timeout: 40_000 })
    expect(await ada.getByLabel('Language of the text').inputValue()).toBe('de')
    const section = (heading: string) =>
      ada.getByRole('listitem').filter({ has: ada.getByRole('heading', { name: heading, level: 2 }) })
    const place = (heading: string) => section(heading).getByLabel('Goes under')
    expect(await place('7. Ergebnisse und Wirkung').inputValue()).toBe('results')
    expect(await place('Ansprechpartner').inputValue()).toBe('nowhere')
    await place('3.2 Bessere Beleuchtung').selectOption({ label: 'What it needs to work elsewhere' })
    await ada.locator('input[name="concepts[]"]').first().check()
    await ada.getByRole('button', { name: 'Take over' }).click()

    await ada.getByText('Taken over. Please read it through').waitFor()
    await ada.getByText('Before publishing, please add').waitFor()
    await ada.getByRole('link', { name: 'how sure one can be that it worked' }).waitFor()
    await ada.getByRole('link', { name: /de-nachtlicht\.docx/ }).waitFor()
    const elsewhere = ada.locator('#transfer')
    await elsewhere.getByText('Vierzehn Lampen am Weg zum Bahnhof wurden erneuert.').waitFor()
    expect(await ada.locator('#response').getByText('Vierzehn Lampen').count()).toBe(0)
    await ada.context().close()
    street.expectWell()
  },
)

withAndWithoutScript(
  'Ada brings a scan: she is told why it cannot be read, and finds it at a draft if she wants',
  async (script) => {
    const ada = await street.open({ person: 'ada-lindmoser', script })
    await ada.goto('/practices/from-file')
    await ada.getByLabel('attach it to an empty draft').uncheck()
    await ada.locator('input[type=file]').setInputFiles(fixture('scanned.pdf'))
    await ada.getByRole('button', { name: 'Read it' }).click()
    await ada.getByText('This PDF consists of pictures of 2 pages').first().waitFor({ timeout: 40_000 })
    await ada.getByLabel('attach it to an empty draft').check()
    await ada.locator('input[type=file]').setInputFiles(fixture('scanned.pdf'))
    await ada.getByRole('button', { name: 'Read it' }).click()
    await ada.getByText('The file is attached to this new draft').waitFor({ timeout: 40_000 })
    await ada.getByRole('link', { name: /scanned\.pdf/ }).waitFor()
    await ada.context().close()
    street.expectWell()
  },
)
