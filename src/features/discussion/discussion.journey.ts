// What happens below a practice: a question from Porto, the answer from Graz, files, watching, and who can see all that.
import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { pdfOf, writing } from '../../../testing/files/pdf-of.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

const title = 'Ein Tisch für alle im Innenhof (Demonstration)'
const says = async (page: Page, sentence: string | RegExp): Promise<void> => page.getByText(sentence).first().waitFor()
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
const statusOf = async (page: Page, path: string): Promise<number> => (await page.goto(path))?.status() ?? 0

async function openTable(page: Page): Promise<string> {
  await page.goto('/members/at-graz')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

withAndWithoutScript(
  'Beatriz asks in Portuguese, Ada answers in German, a visitor learns of neither',
  async (script) => {
    const question = script ? 'Quem paga a comida?' : 'Quem convida os vizinhos?'
    const answer = script ? 'Jede Person bringt etwas mit.' : 'Ein Aushang im Stiegenhaus.'
    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', lang: 'pt', script, width: 360 })
    const address = await openTable(beatriz)
    await beatriz.getByRole('textbox', { name: 'A sua pergunta ou resposta' }).fill('   ')
    await press(beatriz, 'Enviar')
    await says(beatriz, 'Escreva primeiro alguma coisa.')
    await beatriz.getByRole('textbox', { name: 'A sua pergunta ou resposta' }).fill(question)
    await press(beatriz, 'Enviar')
    await says(beatriz, 'A sua resposta foi publicada.')
    expect(await beatriz.getByText(question).locator('xpath=ancestor::*[@lang][1]').getAttribute('lang')).toBe('pt')

    const ada = await street.open({ person: 'ada-lindmoser', lang: 'de', script, theme: 'dark' })
    await ada.goto('/')
    await ada.locator('#waiting').getByRole('link', { name: title }).first().click()
    await ada.getByRole('heading', { name: title, level: 1 }).waitFor()
    await says(ada, question)
    await writeText(ada, 'text', answer, script)
    await press(ada, 'Senden')
    await says(ada, 'Ihre Antwort ist da.')
    const mine = ada.locator('[id^=reply-]').filter({ hasText: answer })
    expect(await mine.getByRole('link', { name: 'Ada Lindmoser' }).count()).toBe(1)
    expect(await ada.getByRole('button', { name: 'Zurücknehmen' }).count()).toBe(1)
    await press(ada, 'Zurücknehmen')
    await says(ada, 'Ihre Antwort wurde zurückgenommen.')
    expect(await ada.getByText(answer).count()).toBe(0)

    const visitor = await street.open({ script })
    expect(await statusOf(visitor, address)).toBe(404)
    await visitor.goto('/practices')
    expect(await visitor.getByText(title).count()).toBe(0)
    for (const one of [ada, beatriz, visitor]) await one.context().close()
    street.expectWell()
  },
)

/** The photograph and the first page stand beside their names; the pages of the PDF open one below the other. */
async function looksAtPictures(page: Page, address: string): Promise<void> {
  await page.goto(address)
  for (const name of ['Small picture of hof.jpg', 'First page of costs.pdf']) {
    const picture = page.getByRole('link', { name }).getByRole('img')
    await picture.scrollIntoViewIfNeeded()
    await picture.evaluate((image: HTMLImageElement) => image.decode())
  }
  await says(page, /PDF · 2 pages/)
  await page.getByRole('link', { name: 'Look at the pages' }).click()
  await page.getByRole('heading', { name: 'costs.pdf', level: 1 }).waitFor()
  const second = page.getByRole('img', { name: 'Page 2 of costs.pdf' })
  await second.scrollIntoViewIfNeeded()
  expect(await second.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1000)
}

withAndWithoutScript(
  'Ada attaches a plan and a photograph, Beatriz opens them, and a visitor cannot',
  async (script) => {
    const ada = await street.open({ person: 'ada-lindmoser', script })
    const address = await openTable(ada)
    const choose = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
      ada.locator('input[name=file]').setInputFiles({ name, mimeType, buffer })
    await choose('plan.pdf', 'application/pdf', Buffer.from('<html><script>alert(1)</script></html>'))
    await press(ada, 'Upload')
    await says(ada, 'This kind of file cannot be attached.')
    const photograph = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a6' } })
      .withExif({ IFD3: { GPSLatitude: '47/1 4/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    await choose('hof.jpg', 'image/jpeg', photograph)
    await press(ada, 'Upload')
    await says(ada, 'The file is attached.')

    const beatriz = await street.open({ person: 'beatriz-ribeirinha-douro', script })
    await beatriz.goto(address)
    const file = (await beatriz.getByRole('link', { name: /hof\.jpg/ }).getAttribute('href')) ?? ''
    const got = await beatriz.request.get(file)
    expect(got.status()).toBe(200)
    expect((await sharp(await got.body()).metadata()).exif).toBeUndefined()
    expect(await beatriz.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    await choose('costs.pdf', 'application/pdf', pdfOf({ pages: [writing('Costs'), writing('Staff')] }))
    await press(ada, 'Upload')
    await street.work()
    await looksAtPictures(beatriz, address)
    const visitor = await street.open({ script })
    expect((await visitor.request.get(file)).status()).toBe(404)

    await press(ada, 'Remove: hof.jpg')
    await says(ada, 'The file was removed.')
    for (const gone of [file, file.replace('hof.jpg', 'preview')])
      expect((await beatriz.request.get(gone)).status()).toBe(404)
    await press(ada, 'Remove: costs.pdf')
    await says(ada, 'The file was removed.')
    for (const one of [ada, beatriz, visitor]) await one.context().close()
    street.expectWell()
  },
)

withAndWithoutScript(
  'Kalina watches, stops watching, and reads who can see it; the history is for Graz',
  async (script) => {
    const kalina = await street.open({ person: 'kalina-mewowska', script })
    const address = await openTable(kalina)
    await press(kalina, 'Watch')
    await says(kalina, 'You are watching this now.')
    await press(kalina, 'Stop watching')
    await says(kalina, 'You are no longer watching this.')
    await kalina.getByRole('link', { name: 'Who can see this, and why' }).click()
    await says(kalina, 'Every person of every active member of the network can see this.')
    expect(await kalina.getByRole('heading', { name: 'History' }).count()).toBe(0)

    const ada = await street.open({ person: 'ada-lindmoser', script })
    await ada.goto(address)
    await ada.getByRole('link', { name: 'Who can see this, and why' }).click()
    await ada.getByRole('heading', { name: 'History' }).waitFor()
    for (const one of [ada, kalina]) await one.context().close()
    street.expectWell()
  },
)
