// Ada opens a room and invites Beatriz, both talk; a document in two versions, minutes with a task; Jonte is told nothing of it.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { openStreet, type Street, withAndWithoutScript } from '../../../testing/browser.ts'
import { writeText } from '../../../testing/rich-text.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
}, 120_000)

/** Read on the screen with names, printed without them. */
async function expectUnnamedInPrint(page: Page, room: string): Promise<void> {
  const named = () =>
    page
      .getByText(/Beatriz/)
      .filter({ visible: true })
      .count()
  for (const path of [page.url(), room, `${room}/members`]) {
    await page.goto(path)
    expect(await named(), path).toBeGreaterThan(0)
    await page.emulateMedia({ media: 'print' })
    expect(await named(), path).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  }
}

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`words of ${name}`) })

withAndWithoutScript('Ada and Beatriz work in a room of their own, which Jonte never hears of', async (script) => {
  const name = script ? 'Lamps by day' : 'Lamps by night'
  const ada = await street.open({ lang: 'en', person: 'ada-lindmoser', script, width: 360 })
  await ada.goto('/rooms/new')
  await ada.getByLabel('What is it for?').fill('Lamps that people like.')
  await ada.getByRole('radio', { name: 'By invitation only' }).check()
  await ada.getByRole('button', { name: 'Open a room' }).click()
  await ada.getByText('Please give a name of at least three characters.').first().waitFor()
  expect(await ada.getByLabel('What is it for?').inputValue()).toBe('Lamps that people like.')
  await ada.getByLabel('Name of the room').fill(name)
  await ada.getByLabel('The Chatham House Rule applies here').check()
  await ada.getByRole('button', { name: 'Open a room' }).click()
  await ada.getByRole('heading', { name, level: 1 }).waitFor()
  const room = new URL(ada.url()).pathname

  await ada.getByRole('link', { name: 'One member' }).click()
  await ada.getByLabel('Name or e-mail address').fill('Beatriz Ribeirinha Douro')
  await ada.getByRole('button', { name: 'Send the invitation' }).click()
  await ada.getByText('The invitation is on its way.').waitFor()
  const beatriz = await street.open({ lang: 'pt', person: 'beatriz-ribeirinha-douro', script })
  await beatriz.goto('/')
  await beatriz.getByRole('link', { name: `Convite para a sala «${name}»` }).click()
  await beatriz.getByRole('button', { name: 'Entrar', exact: true }).click()
  await beatriz.getByText('Está agora na sala.').waitFor()
  await beatriz.getByText('Regra de Chatham House', { exact: true }).waitFor()

  await beatriz.getByRole('link', { name: 'Iniciar uma conversa' }).click()
  await beatriz.getByLabel('De que se trata?').fill('Quem escolhe a cor?')
  await writeText(beatriz, 'text', 'Branco ou amarelo?', script)
  await beatriz.getByRole('button', { name: 'Colocar na sala' }).click()
  await beatriz.getByRole('heading', { name: 'Quem escolhe a cor?', level: 1 }).waitFor()
  await ada.goto(room)
  await ada.getByRole('link', { name: 'Quem escolhe a cor?' }).click()
  await ada.getByRole('button', { name: 'Pin' }).click()
  await ada.getByText('Pinned: it now stands at the top of the room.').waitFor()
  await expectUnnamedInPrint(ada, room)

  await ada.goto(room)
  await ada.getByRole('link', { name: 'Add a document' }).click()
  await ada.getByLabel('What document is it?').fill('List of lamps')
  await ada.getByLabel('File', { exact: true }).setInputFiles(file('lamps.txt'))
  await ada.getByRole('button', { name: 'Put it into the room' }).click()
  await ada.getByText('Current version (1)').waitFor()
  await ada.getByLabel('File', { exact: true }).setInputFiles(file('lamps-2.txt'))
  await ada.getByLabel('What has changed?').fill('Warmer ones.')
  await ada.getByRole('button', { name: 'Add a new version' }).click()
  await ada.getByText('Current version (2)').waitFor()

  await ada.goto(`${room}`)
  await ada.getByRole('link', { name: 'All', exact: true }).click()
  await ada.getByRole('link', { name: 'Write minutes' }).first().click()
  await ada.getByLabel('What is it about?').fill('First talk')
  await writeText(ada, 'text', 'We looked at lamps.', script)
  await ada.getByRole('button', { name: 'Save' }).click()
  await ada.getByLabel('What was decided?').fill('Yellow ones first.')
  await ada.getByRole('button', { name: 'Note a decision' }).click()
  await ada.getByText('Decision 1:').waitFor()
  await ada.getByLabel('What is to be done?').fill('Count the lamps')
  await ada.getByLabel('Who', { exact: false }).selectOption({ label: 'Beatriz Ribeirinha Douro, Porto' })
  await ada.getByRole('button', { name: 'Add a task' }).click()
  await beatriz.goto(room)
  await beatriz.getByRole('button', { name: 'Feita: Count the lamps' }).click()
  await beatriz.getByText('Feita.', { exact: true }).waitFor()

  const jonte = await street.open({ lang: 'de', person: 'jonte-pfalzgrafer', script })
  expect((await jonte.goto(room))?.status()).toBe(404)
  await jonte.goto('/rooms')
  expect(await jonte.getByText(name).count()).toBe(0)
  await beatriz.goto(room)
  await beatriz.getByRole('button', { name: 'Sair da sala' }).click()
  await beatriz.getByText('Saiu da sala. O que escreveu fica lá.').waitFor()
  for (const page of [ada, beatriz, jonte]) await page.context().close()
  street.expectWell()
})
